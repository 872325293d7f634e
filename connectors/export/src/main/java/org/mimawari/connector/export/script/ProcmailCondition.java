package org.mimawari.connector.export.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleCondition.Field;

/** Reads a condition of a recipe (procmailrc(5)): a regular expression on the headers or the body, a size, or a program. */
final class ProcmailCondition {

    private static final int LONGEST = 2_000;
    private static final Set<String> ANYTHING = Set.of("", ".", ".*", "^", "$", "^.*", ".*$", "^.*$", ".+", "^.+");
    private static final Set<String> SENDER = Set.of("from", "sender", "reply-to", "return-path", "from:");
    private static final Set<String> RECIPIENT = Set.of("to", "cc", "bcc", "delivered-to", "x-original-to", "envelope-to");

    private ProcmailCondition() {}

    /** The program that this condition runs, if it does. */
    static Optional<String> program(String condition) {
        String bare = condition.startsWith("!") ? condition.substring(1).strip() : condition;
        return bare.startsWith("?") ? Optional.of(bare.substring(1).strip()) : Optional.empty();
    }

    /** The condition; empty where every message meets it. */
    static Optional<RuleCondition> of(String whole, String flags) {
        String text = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
        text = text.startsWith("$") ? text.substring(1).strip() : text;
        boolean negated = false;
        while (text.startsWith("!")) {
            negated = !negated;
            text = text.substring(1).strip();
        }
        text = withoutWeight(text);
        if (program(text).isPresent()) {
            return Optional.of(new RuleCondition(Field.OTHER, negated, List.of("program", program(text).get())));
        }
        if (text.startsWith("<") || text.startsWith(">")) {
            Field field = text.startsWith(">") ? Field.SIZE_AT_LEAST : Field.SIZE_AT_MOST;
            return Optional.of(new RuleCondition(field, negated, List.of(text.substring(1).strip())));
        }
        int where = text.indexOf("??");
        String part = where > 0 && where < 40 ? text.substring(0, where).strip() : "";
        String expression = part.isEmpty() ? text : text.substring(where + 2).strip();
        boolean body = part.isEmpty() ? flags.indexOf('B') >= 0 && flags.indexOf('H') < 0 : part.equals("B");
        if (!part.isEmpty() && !part.equals("B") && !part.equals("H") && !part.equals("HB") && !part.equals("BH")) {
            return Optional.of(new RuleCondition(Field.OTHER, negated, List.of(part, expression)));
        }
        return expression(expression, body, negated);
    }

    /** {@code 10^1 regex}: scoring; what is looked for counts, not how much. */
    private static String withoutWeight(String text) {
        int i = 0;
        while (i < text.length() && "0123456789.^-+".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        boolean weighted = i < text.length() && text.charAt(i) == ' ' && text.substring(0, i).indexOf('^', 1) > 0;
        return weighted ? text.substring(i).strip() : text;
    }

    private static Optional<RuleCondition> expression(String expression, boolean body, boolean negated) {
        if (ANYTHING.contains(expression)) {
            return negated ? Optional.of(new RuleCondition(Field.ALWAYS, true, List.of())) : Optional.empty();
        }
        if (expression.contains("^FROM_MAILER") || expression.contains("^FROM_DAEMON")) {
            Field field = expression.contains("^FROM_MAILER") ? Field.IS_BOUNCE : Field.IS_AUTOMATIC;
            return Optional.of(new RuleCondition(field, negated, List.of()));
        }
        if (body) {
            return Optional.of(new RuleCondition(Field.BODY, negated, values(expression)));
        }
        if (expression.startsWith("^TO")) {
            String rest = expression.substring(expression.startsWith("^TO_") ? 4 : 3);
            return Optional.of(new RuleCondition(Field.RECIPIENT, negated, values(rest)));
        }
        int colon = endOfName(expression);
        if (colon < 0) {
            return Optional.of(new RuleCondition(Field.HEADER, negated, values(expression)));
        }
        List<String> names = names(expression.substring(0, colon));
        List<String> values = values(expression.substring(colon + 1));
        Field field = field(names);
        boolean all = values.equals(List.of("")) && (field == Field.SENDER || field == Field.SUBJECT);
        if (all && !negated) {
            return Optional.empty();
        }
        List<String> shown = field == Field.HEADER
                ? values.stream().map(value -> String.join(",", names) + ": " + value).toList() : values;
        return Optional.of(new RuleCondition(field, negated, shown));
    }

    /** Where the colon behind the header's name stands; −1 where the expression does not begin with a name. */
    private static int endOfName(String expression) {
        int colon = expression.indexOf(':');
        boolean name = colon > 0 && expression.substring(0, colon).chars()
                .allMatch(c -> Character.isLetterOrDigit(c) || "^()|-_ ?[]".indexOf(c) >= 0);
        return name ? colon : -1;
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.replaceAll("[\\^()?\\[\\] ]", "|").toLowerCase(Locale.ROOT).split("\\|"))
                .filter(name -> !name.isEmpty()).distinct().limit(20).toList();
    }

    private static Field field(List<String> names) {
        if (names.contains("subject")) {
            return Field.SUBJECT;
        }
        if (names.stream().anyMatch(SENDER::contains)) {
            return Field.SENDER;
        }
        return names.stream().anyMatch(RECIPIENT::contains) ? Field.RECIPIENT : Field.HEADER;
    }

    /** The words that the expression looks for: its alternatives, without what may stand around them. */
    private static List<String> values(String expression) {
        String bare = trimmed(expression);
        boolean group = bare.startsWith("(") && bare.indexOf(')') == bare.length() - 1;
        List<String> values = new ArrayList<>();
        for (String each : (group ? bare.substring(1, bare.length() - 1) : bare).split("\\|")) {
            values.add(trimmed(each).replace("\\.", ".").replace("\\@", "@").replace("\\/", ""));
        }
        return values;
    }

    private static String trimmed(String text) {
        String bare = text.strip();
        boolean more = true;
        while (more) {
            String before = bare;
            for (String around : new String[] {"^", ".*", "[ \t]*", "[ ]*", "$", "\\<", "\\>", ".+"}) {
                bare = bare.startsWith(around) ? bare.substring(around.length()).strip() : bare;
                bare = bare.endsWith(around) ? bare.substring(0, bare.length() - around.length()).strip() : bare;
            }
            more = bare.length() < before.length();
        }
        return bare;
    }
}
