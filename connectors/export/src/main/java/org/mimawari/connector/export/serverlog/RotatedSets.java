package org.mimawari.connector.export.serverlog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mimawari.connector.export.Source;

/**
 * Puts the files of one rotated log together, oldest first: {@code mail.log.2.gz}, {@code mail.log.1},
 * {@code mail.log}, or {@code maillog-20261115}, {@code maillog-20261122}, {@code maillog}.
 */
final class RotatedSets {

    private static final List<String> PACKED = List.of(".gz", ".zst", ".bz2", ".xz", ".Z");
    private static final int MOST_DIGITS = 14;

    /**
     * @param base the name without what rotation adds
     * @param order the older a file, the lower
     */
    private record Named(String base, long order, List<Source> sources) {
        Named(String base, long order) {
            this(base, order, List.of());
        }

        Source source() {
            return sources.get(0);
        }
    }

    private RotatedSets() {}

    static List<List<Source>> of(List<Source> sources) {
        Map<String, List<Named>> sets = new TreeMap<>();
        for (Source source : sources) {
            Named named = named(source);
            sets.computeIfAbsent(named.base(), any -> new ArrayList<>()).add(named);
        }
        Comparator<Named> oldestFirst = Comparator.comparingLong(Named::order)
                .thenComparing(named -> named.source().name());
        return sets.values().stream()
                .map(set -> set.stream().sorted(oldestFirst).map(Named::source).toList()).toList();
    }

    private static Named named(Source source) {
        Named named = named(source.name());
        return new Named(named.base(), named.order(), List.of(source));
    }

    private static Named named(String whole) {
        String name = whole;
        for (String suffix : PACKED) {
            name = name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
        }
        int end = name.length();
        while (end > 0 && isPartOfDate(name.charAt(end - 1))) {
            end--;
        }
        // The separator before the date or number belongs to the run of digits and dashes.
        String digits = name.substring(end).replace("-", "").replace(".", "");
        boolean separated = end < name.length() && !Character.isDigit(name.charAt(end));
        if (end == 0 || !separated || digits.isEmpty() || digits.length() > MOST_DIGITS) {
            return new Named(name, Long.MAX_VALUE);
        }
        long number = Long.parseLong(digits);
        boolean dated = digits.length() >= 8;
        return new Named(name.substring(0, end), dated ? number * pad(digits) : -number + Long.MAX_VALUE - 1);
    }

    /** Dates with and without a time of day compare as if all had one. */
    private static long pad(String digits) {
        long factor = 1;
        for (int i = digits.length(); i < MOST_DIGITS; i++) {
            factor *= 10;
        }
        return factor;
    }

    private static boolean isPartOfDate(char c) {
        return c >= '0' && c <= '9' || c == '-' || c == '.';
    }
}
