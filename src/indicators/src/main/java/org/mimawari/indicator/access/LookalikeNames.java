package org.mimawari.indicator.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.indicator.words.Folding;

/**
 * Finds names that an eye takes for another: letters that look alike, dots and dashes added, one letter left out,
 * added, replaced or two exchanged. Trailing digits do not count: the second Tanaka is called tanaka2. Linear in the
 * names.
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
        if (withoutDigits(name).equals(withoutDigits(other))) {
            return false;
        }
        return skeleton(name).equals(skeleton(other)) || isMisspelt(parts(name), parts(other));
    }

    /** Initials and short first names differ by a letter without imitating anybody: suzuki.t and suzuki.k. */
    private static boolean isMisspelt(List<String> name, List<String> other) {
        if (name.size() != other.size()) {
            return false;
        }
        boolean misspelt = false;
        for (int i = 0; i < name.size(); i++) {
            String a = skeleton(name.get(i));
            String b = skeleton(other.get(i));
            if (!a.equals(b)) {
                boolean alike = Math.min(a.length(), b.length()) >= SHORTEST && a.charAt(0) == b.charAt(0)
                        && !isLastLetterReplaced(a, b) && isOneEditApart(a, b);
                if (misspelt || !alike) {
                    return false;
                }
                misspelt = true;
            }
        }
        return misspelt;
    }

    private static boolean isLastLetterReplaced(String a, String b) {
        return a.length() == b.length() && a.regionMatches(0, b, 0, a.length() - 1);
    }

    private static List<String> parts(String name) {
        return Arrays.stream(withoutDigits(name).split("[^\\p{L}\\p{Nd}]+")).filter(part -> !part.isEmpty()).toList();
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
        String seen = Folding.fold(withoutDigits(letters(name))).replace("rn", "m").replace("vv", "w")
                .replace("cl", "d")
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
