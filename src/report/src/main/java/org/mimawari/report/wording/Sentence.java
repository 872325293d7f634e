package org.mimawari.report.wording;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A sentence with places in braces. A place without a value is left out together with what only makes sense beside it:
 * a bracket or quotation that holds nothing else, an English preposition before it, a Japanese particle after it, the
 * comma that joined it to the rest. Values are put in as they are and never read as places.
 */
final class Sentence {

    /** Put before the name of a place that begins the sentence and has no value, to ask for a stand-in. */
    static final String BEGINNING = "beginning:";

    private static final String OPENERS = "\"'(“‘「『（【《[";
    private static final String CLOSERS = "\"')”’」』）】》]";
    private static final String BRACKETS = "(（";
    private static final String ENDS = ".。!！?？";
    private static final String COMMAS = ",、;:：";
    private static final int LONGEST_ASIDE = 40;
    private static final List<String> PREPOSITIONS = List.of("from", "with", "by", "in", "at", "to", "for", "on", "of",
            "via", "after", "before", "over", "within", "between", "named", "called");
    private static final List<String> PARTICLES = List.of("から", "まで", "より", "には", "では", "へ", "に", "で", "を", "が",
            "は", "の", "と", "も");
    private static final int LONGEST_NAME = 60;

    private final String template;
    private final StringBuilder written = new StringBuilder();
    private int at;
    /** Where the last value ends: what was written before stays, whatever is left out. */
    private int kept;

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
            values.apply(place.get()).or(() -> beginning(values, place.get()))
                    .ifPresentOrElse(this::put, this::leaveOut);
        }
        return written.toString();
    }

    /** A sentence needs a subject: what begins it may have a word for somebody unknown. */
    private Optional<String> beginning(Function<String, Optional<String>> values, String name) {
        return written.length() == 0 ? values.apply(BEGINNING + name) : Optional.empty();
    }

    private void put(String value) {
        written.append(value);
        kept = written.length();
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
        dropQuotes();
        if (!dropAside()) {
            dropPreposition();
            dropParticle();
        }
        dropSpace();
        dropComma();
    }

    private void dropQuotes() {
        while (written.length() > kept && at < template.length()) {
            int opener = OPENERS.indexOf(written.charAt(written.length() - 1));
            if (opener < 0 || CLOSERS.charAt(opener) != template.charAt(at)) {
                return;
            }
            cut(written.length() - 1);
            at++;
        }
    }

    /** An aside in brackets goes as a whole where it ends here and nothing else was put into it. */
    private boolean dropAside() {
        int bracket = at < template.length() ? BRACKETS.indexOf(closed(template.charAt(at))) : -1;
        int start = bracket < 0 ? -1 : written.lastIndexOf(BRACKETS.substring(bracket, bracket + 1));
        if (start < kept || written.length() - start > LONGEST_ASIDE) {
            return false;
        }
        cut(start);
        at++;
        return true;
    }

    private static int closed(char closer) {
        int index = CLOSERS.indexOf(closer);
        return index < 0 ? 0 : OPENERS.charAt(index);
    }

    private void dropPreposition() {
        if (!endsWith(" ")) {
            return;
        }
        int end = written.length() - 1;
        int start = written.lastIndexOf(" ", end - 1) + 1;
        if (start > 0 && start >= kept && PREPOSITIONS.contains(written.substring(start, end))) {
            cut(start);
        }
    }

    private void dropParticle() {
        int start = at < template.length() && template.charAt(at) == ' ' ? at + 1 : at;
        PARTICLES.stream().filter(particle -> template.startsWith(particle, start)).findFirst()
                .ifPresent(particle -> at = start + particle.length());
    }

    private void dropSpace() {
        boolean needsNone = at >= template.length() || template.charAt(at) == ' ' || isOneOf(ENDS) || isOneOf(COMMAS)
                || isOneOf(CLOSERS);
        if (needsNone && endsWith(" ")) {
            cut(written.length() - 1);
        }
    }

    private void dropComma() {
        boolean endsHere = at >= template.length() || isOneOf(ENDS) || isOneOf(")）");
        if (endsHere && written.length() > kept && COMMAS.indexOf(written.charAt(written.length() - 1)) >= 0) {
            cut(written.length() - 1);
        } else if (at < template.length() && isOneOf(COMMAS) && written.length() > 0
                && BRACKETS.indexOf(written.charAt(written.length() - 1)) >= 0) {
            at++;
        }
    }

    private boolean isOneOf(String characters) {
        return at < template.length() && characters.indexOf(template.charAt(at)) >= 0;
    }

    private boolean endsWith(String text) {
        return written.length() - text.length() >= kept && written.toString().endsWith(text);
    }

    private void cut(int length) {
        written.setLength(length);
    }
}
