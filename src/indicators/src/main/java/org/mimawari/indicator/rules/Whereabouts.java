package org.mimawari.indicator.rules;

import java.util.Arrays;
import java.util.List;
import org.mimawari.indicator.words.ExactWords;
import org.mimawari.indicator.words.Folding;

/** How likely the owner is to look into a folder. */
public enum Whereabouts {
    /** Feeds, conversation history, junk, deleted, conflicts, or a folder whose name is no name. */
    UNSEEN,
    /** The archive. */
    ARCHIVE,
    /** An id that no list of folders resolves: it may be any of these. */
    UNKNOWN,
    /** A folder like any other. */
    PLAIN;

    private static final ExactWords OBSCURE = ExactWords.load("obscure-folders");
    private static final ExactWords ARCHIVES = ExactWords.load("archive-folders");
    private static final int LONGEST = 500;
    private static final int LEAST_ID = 40;

    /** Judges a folder by its name or path, in whatever language the mailbox was set up. */
    public static Whereabouts of(String folder) {
        if (isId(folder)) {
            return UNKNOWN;
        }
        List<String> steps = steps(folder);
        if (steps.isEmpty()) {
            return PLAIN;
        }
        String last = steps.get(steps.size() - 1);
        // What lies below a junk or feed folder is as unseen as the folder itself; an archive has real sub-folders.
        if (steps.stream().anyMatch(OBSCURE::contains) || isNoName(last)) {
            return UNSEEN;
        }
        return ARCHIVES.contains(last) ? ARCHIVE : PLAIN;
    }

    /** The last step of a path, folded, for comparing the same folder written in two ways. */
    static String name(String folder) {
        List<String> steps = steps(folder);
        return steps.isEmpty() ? Folding.fold(folder) : steps.get(steps.size() - 1);
    }

    /** Ids of Exchange folders are Base64 of at least 46 bytes that begin with zeros or the letters of their kind. */
    private static boolean isId(String folder) {
        String id = folder.strip();
        boolean begins = id.startsWith("AAMk") || id.startsWith("AQMk") || id.startsWith("AAkA") || id.startsWith("LgAAAA");
        return begins && id.length() >= LEAST_ID && id.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
                || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '+' || c == '/' || c == '=');
    }

    private static boolean isNoName(String name) {
        RuleNameVerdict verdict = RuleNames.verdict(name);
        return verdict == RuleNameVerdict.PUNCTUATION_ONLY || verdict == RuleNameVerdict.INVISIBLE;
    }

    private static List<String> steps(String folder) {
        String capped = folder.length() <= LONGEST ? folder : folder.substring(0, LONGEST);
        String path = capped.strip();
        if (path.isEmpty()) {
            return capped.isEmpty() ? List.of() : List.of(capped);
        }
        boolean dotted = path.regionMatches(true, 0, "INBOX.", 0, 6) && path.length() > 6;
        String[] steps = (dotted ? path.substring(6) : path).split(dotted ? "[.\\\\/]" : "[\\\\/]|:(?=\\\\)");
        return Arrays.stream(steps).filter(step -> !step.isEmpty()).map(Whereabouts::folded).toList();
    }

    /** A name that folds to nothing is kept as it is: that it is invisible is what tells. */
    private static String folded(String step) {
        String folded = Folding.fold(step);
        return folded.isEmpty() ? step : folded;
    }
}
