package org.mimawari.indicator.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.indicator.words.Folding;

/**
 * Finds names that an eye takes for another: letters that look alike, dots and dashes added, one letter left out, added,
 * replaced or two exchanged. Trailing digits do not count: the second Tanaka is called tanaka2. Linear in the names.
 */
final class LookalikeNames {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 64;

    private final Map<String, List<String>> bySkeleton = new HashMap<>();

    void add(String name) {
        variants(name).forEach(variant -> bySkeleton.computeIfAbsent(variant, any -> new ArrayList<>()).add(name));
    }

    /** An added name that this one imitates without being equal to it. */
    Optional<String> findImitated(String name) {
        return variants(name).stream().flatMap(variant -> bySkeleton.getOrDefault(variant, List.of()).stream())
                .filter(other -> !other.equals(name) && imitates(name, other)).sorted().findFirst();
    }

    private static boolean imitates(String name, String other) {
        String a = letters(name);
        String b = letters(other);
        if (a.equals(b)) {
            return !withoutDigits(name).equals(withoutDigits(other));
        }
        String x = skeleton(name);
        String y = skeleton(other);
        return x.equals(y) || Math.min(x.length(), y.length()) >= SHORTEST && isOneEditApart(x, y);
    }

    /** The skeleton and everything it becomes by leaving one letter out: names one edit apart share one of them. */
    private static List<String> variants(String name) {
        String skeleton = skeleton(name);
        List<String> variants = new ArrayList<>(List.of(skeleton));
        if (skeleton.length() >= SHORTEST && skeleton.length() <= LONGEST) {
            for (int i = 0; i < skeleton.length(); i++) {
                variants.add(skeleton.substring(0, i) + skeleton.substring(i + 1));
            }
        }
        return variants;
    }

    /** What an eye sees: lower case, without marks and trailing digits, alike letters made equal. */
    static String skeleton(String name) {
        String seen = Folding.fold(withoutDigits(letters(name))).replace("rn", "m").replace("vv", "w").replace("cl", "d")
                .replace('0', 'o').replace('1', 'l').replace('i', 'l').replace('5', 's');
        return seen.length() <= LONGEST ? seen : seen.substring(0, LONGEST);
    }

    private static String letters(String name) {
        StringBuilder letters = new StringBuilder();
        name.codePoints().limit(LONGEST).filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static String withoutDigits(String name) {
        int end = name.length();
        while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
            end--;
        }
        return end == 0 ? name : name.substring(0, end);
    }

    private static boolean isOneEditApart(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1) {
            return false;
        }
        int start = 0;
        int shorter = Math.min(a.length(), b.length());
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        int leftA = a.length() - start - end;
        int leftB = b.length() - start - end;
        boolean swapped = leftA == 2 && leftB == 2 && a.charAt(start) == b.charAt(start + 1)
                && a.charAt(start + 1) == b.charAt(start);
        return leftA <= 1 && leftB <= 1 || swapped;
    }
}
