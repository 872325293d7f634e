package org.mimawari.indicator.signin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.TimeRange;

/** Pairs of sign-ins that one person cannot have made, gathered by what they have in common. At most 20 groups. */
final class Flips {

    private static final int MOST = 20;

    /** The sign-ins of one group, in order of time, and its first pair. */
    record Group(String key, SignIn first, SignIn second, List<SignIn> pieces) {

        /** When the stranger was there: where all or none look strange, whoever came from elsewhere than the first. */
        TimeRange visit(Strangers strangers) {
            List<SignIn> strange = pieces.stream().filter(strangers::isStrange).toList();
            if (strange.isEmpty() || strange.size() == pieces.size()) {
                strange = pieces.stream().filter(each -> !where(each).equals(where(first))).toList();
            }
            return TimeRange.of(strange.isEmpty() ? pieces : strange);
        }
    }

    private final Map<String, Set<SignIn>> groups = new LinkedHashMap<>();

    void add(SignIn first, SignIn second) {
        String key = key(first, second);
        if (groups.containsKey(key) || groups.size() < MOST) {
            Set<SignIn> group = groups.computeIfAbsent(key, any -> new LinkedHashSet<>());
            group.add(first);
            group.add(second);
        }
    }

    List<Group> groups() {
        List<Group> result = new ArrayList<>();
        groups.forEach((key, set) -> {
            List<SignIn> pieces = List.copyOf(set);
            result.add(new Group(key, pieces.get(0), pieces.get(1), pieces));
        });
        return result;
    }

    static boolean sameCountry(SignIn one, SignIn other) {
        return one.place().country().isPresent() && one.place().country().equals(other.place().country());
    }

    /** The two countries in alphabetical order, or the parts of the network where they are not known. */
    private static String key(SignIn one, SignIn other) {
        String a = where(one);
        String b = where(other);
        return a.compareTo(b) <= 0 ? a + " " + b : b + " " + a;
    }

    private static String where(SignIn signIn) {
        Optional<String> country = signIn.place().country();
        return country.or(() -> signIn.ip().map(WideRange::of)).orElse("");
    }
}
