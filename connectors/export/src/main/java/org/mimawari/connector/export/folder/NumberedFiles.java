package org.mimawari.connector.export.folder;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which files of an export are parts of one series, by their names: {@code audit-1.csv}, {@code audit-2.csv};
 * {@code trace 1of3.csv}. A number that ends a date is none.
 */
final class NumberedFiles {

    private static final Pattern LAST_NUMBER = Pattern.compile("^(\\D|.*\\D)?(\\d{1,5})(\\D*)$");
    private static final Pattern DATED = Pattern.compile("(?:19|20)\\d\\d[-_.]?(?:\\d\\d[-_.]?)?$");
    private static final Pattern OF = Pattern.compile("(?i)^(\\d{1,5})(?:[ _-]?of[ _-]?)(\\d{1,5})(?:\\D.*)?$");
    private static final int FEWEST = 2;
    private static final int LONGEST = 500;

    private record Part(String series, int number) {}

    private final Map<String, Part> parts = new HashMap<>();
    private final Map<String, TreeSet<Integer>> numbers = new TreeMap<>();
    private final Map<String, Integer> announced = new HashMap<>();

    NumberedFiles(Collection<String> files) {
        files.stream().filter(file -> file.length() <= LONGEST).forEach(this::add);
    }

    private void add(String file) {
        if (announces(file)) {
            return;
        }
        String stem = file.replaceFirst("(?i)(\\.(csv|tsv|txt|json|jsonl|ndjson|log))?(\\.(gz|zst))?$", "");
        Matcher name = LAST_NUMBER.matcher(stem);
        String before = name.matches() ? Optional.ofNullable(name.group(1)).orElse("") : "";
        if (name.matches() && !DATED.matcher(before).find()) {
            put(file, new Part(before + "#" + name.group(3), Integer.parseInt(name.group(2))));
        }
    }

    private boolean announces(String file) {
        for (int at = 0; at < file.length(); at++) {
            boolean begins = isDigit(file, at) && (at == 0 || !isDigit(file, at - 1));
            Matcher of = OF.matcher(begins ? file.substring(at) : "");
            if (of.matches()) {
                String series = file.substring(0, at) + "#of" + of.group(2);
                put(file, new Part(series, Integer.parseInt(of.group(1))));
                announced.put(series, Integer.parseInt(of.group(2)));
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private void put(String file, Part part) {
        parts.put(file, part);
        numbers.computeIfAbsent(part.series(), any -> new TreeSet<>()).add(part.number());
    }

    /** True where the next file of its series is there. */
    boolean goesOnBehind(String file) {
        Part part = parts.get(file);
        return part != null && numbers.get(part.series()).contains(part.number() + 1);
    }

    /** The next number where it is missing though later ones are there, or were announced by a name. */
    Optional<Integer> missingBehind(String file) {
        Part part = parts.get(file);
        if (part == null || goesOnBehind(file)) {
            return Optional.empty();
        }
        TreeSet<Integer> known = numbers.get(part.series());
        boolean counts = known.size() >= FEWEST && known.first() <= 1 && known.last() <= 2 * known.size();
        boolean between = counts && known.higher(part.number()) != null;
        boolean behind = part.number() < announced.getOrDefault(part.series(), 0);
        return between || behind ? Optional.of(part.number() + 1) : Optional.empty();
    }
}
