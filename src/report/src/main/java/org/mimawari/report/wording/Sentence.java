package org.mimawari.report.wording;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A sentence with places in braces. A place without a value is left out together with what only makes sense beside it:
 * quotation marks or brackets around it, an English preposition before it, a Japanese particle after it. Values are
 * put in as they are and never read as places.
 */
final class Sentence {

    private static final String OPENERS = "\"'(“‘「『（【《[";
    private static final String CLOSERS = "\"')”’」』）】》]";
    private static final String CLOSING_MARKS = ".,;:、。!?！？)）";
    private static final String ENDS = ".。!！?？";
    private static final String COMMAS = ",、;:";
    private static final List<String> PREPOSITIONS = List.of("from", "with", "by", "in", "at", "to", "for", "on", "of",
            "via", "after", "before", "over", "within", "between", "named", "called");
    private static final List<String> PARTICLES = List.of("から", "まで", "より", "には", "では", "へ", "に", "で", "を", "が",
            "は", "の", "と", "も");
    private static final int LONGEST_NAME = 60;

    private final String template;
    private final StringBuilder written = new StringBuilder();
    private int at;

    private Sentence(String template) {
        this.template = template;
    }

    static String fill(String template, Function<String, Optional<String>> values) {
        return new Sentence(template).filled(values);
    }

    private String filled(Function<String, Optional<String>> values) {
        while (at < template.length()) {
            Optional<String> place = placeHere();
            if (place.isEmpty()) {
                written.append(template.charAt(at++));
                continue;
            }
            at += place.get().length() + 2;
            values.apply(place.get()).ifPresentOrElse(written::append, this::leaveOut);
        }
        return written.toString();
    }

    private Optional<String> placeHere() {
        int end = template.charAt(at) == '{' ? template.indexOf('}', at) : -1;
        if (end < 0 || end == at + 1 || end - at > LONGEST_NAME) {
            return Optional.empty();
        }
        String name = template.substring(at + 1, end);
        boolean isName = name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
        return isName ? Optional.of(name) : Optional.empty();
    }

    private void leaveOut() {
        while (isEnclosed()) {
            written.setLength(written.length() - 1);
            at++;
        }
        dropPreposition();
        PARTICLES.stream().filter(particle -> template.startsWith(particle, at)).findFirst()
                .ifPresent(particle -> at += particle.length());
        boolean spaceFollows = at >= template.length() || template.charAt(at) == ' '
                || CLOSING_MARKS.indexOf(template.charAt(at)) >= 0;
        if (spaceFollows && endsWithSpace()) {
            written.setLength(written.length() - 1);
        }
        boolean sentenceEnds = at >= template.length() || ENDS.indexOf(template.charAt(at)) >= 0;
        if (sentenceEnds && written.length() > 0 && COMMAS.indexOf(written.charAt(written.length() - 1)) >= 0) {
            written.setLength(written.length() - 1);
        }
    }

    private boolean isEnclosed() {
        if (written.length() == 0 || at >= template.length()) {
            return false;
        }
        int opener = OPENERS.indexOf(written.charAt(written.length() - 1));
        return opener >= 0 && CLOSERS.charAt(opener) == template.charAt(at);
    }

    private void dropPreposition() {
        if (!endsWithSpace()) {
            return;
        }
        int end = written.length() - 1;
        int start = written.lastIndexOf(" ", end - 1) + 1;
        if (start > 0 && PREPOSITIONS.contains(written.substring(start, end))) {
            written.setLength(start);
        }
    }

    private boolean endsWithSpace() {
        return written.length() > 0 && written.charAt(written.length() - 1) == ' ';
    }
}
