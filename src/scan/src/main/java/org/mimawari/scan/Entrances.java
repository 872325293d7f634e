package org.mimawari.scan;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.SignIn;
import org.mimawari.store.ValueReader;
import org.mimawari.store.ValueWriter;

/**
 * From which addresses a mailbox was entered with the right password, and when from each for the first time. Bounded: where
 * there are {@value #MANY}, any other may be among them.
 */
record Entrances(Map<String, First> firsts) {

    private static final int MANY = 256;
    private static final long NEVER = Long.MAX_VALUE;

    /** Seconds since 1970 of the first sign-in from an address, and of the first that succeeded. */
    record First(long any, long success) {

        private First earlier(First other) {
            return new First(Math.min(any, other.any), Math.min(success, other.success));
        }
    }

    Entrances {
        firsts = Map.copyOf(firsts);
    }

    static Entrances of(List<? extends Evidence> evidence) {
        return new Entrances(Map.of()).and(evidence);
    }

    /** These and those of more evidence. */
    Entrances and(List<? extends Evidence> evidence) {
        Map<String, First> all = new HashMap<>(firsts);
        for (Evidence piece : evidence) {
            if (piece instanceof SignIn signIn && signIn.passwordRight() && signIn.ip().isPresent()) {
                String address = signIn.ip().get().text();
                if (all.size() < MANY || all.containsKey(address)) {
                    all.merge(address, first(signIn), First::earlier);
                }
            }
        }
        return new Entrances(all);
    }

    private static First first(SignIn signIn) {
        long second = signIn.time().map(Instant::getEpochSecond).orElse(NEVER);
        return new First(second, signIn.succeeded() ? second : NEVER);
    }

    boolean isFull() {
        return firsts.size() >= MANY;
    }

    /** False where none of the sign-ins came from such an address. */
    boolean mayHave(Predicate<IpAddress> wanted) {
        return isFull() || firsts.keySet().stream().map(IpAddress::new).anyMatch(wanted);
    }

    /** When the first came from a neighbourhood, in whole seconds; asked only where not {@link #isFull}. */
    Optional<Instant> first(String neighbourhood) {
        return earliest(neighbourhood, First::any);
    }

    /** As {@link #first}, of those that succeeded. */
    Optional<Instant> firstSuccess(String neighbourhood) {
        return earliest(neighbourhood, First::success);
    }

    private Optional<Instant> earliest(String neighbourhood, ToLongFunction<First> which) {
        return firsts.entrySet().stream().filter(each -> new IpAddress(each.getKey()).neighbourhood().equals(neighbourhood))
                .map(each -> which.applyAsLong(each.getValue())).filter(second -> second < NEVER)
                .min(Comparator.naturalOrder()).map(Instant::ofEpochSecond);
    }

    void write(ValueWriter out) {
        out.each(firsts.entrySet(), each -> out.text(each.getKey()).number(each.getValue().any())
                .number(each.getValue().success()));
    }

    static Entrances read(ValueReader in) {
        return new Entrances(in.each(() -> Map.entry(in.text(), new First(in.number(), in.number()))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, First::earlier)));
    }
}
