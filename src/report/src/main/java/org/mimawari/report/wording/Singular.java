package org.mimawari.report.wording;

import java.util.Map;
import java.util.function.Predicate;

/** Makes an English phrase with places, such as {@code {count} rules were made}, speak of one where there is one. */
final class Singular {

    private static final Map<String, String> NOUNS = Map.ofEntries(Map.entry("mailboxes", "mailbox"),
            Map.entry("addresses", "address"), Map.entry("searches", "search"), Map.entry("replies", "reply"),
            Map.entry("countries", "country"), Map.entry("messages", "message"), Map.entry("recipients", "recipient"),
            Map.entry("times", "time"), Map.entry("accounts", "account"), Map.entry("rules", "rule"),
            Map.entry("attempts", "attempt"), Map.entry("subjects", "subject"), Map.entry("networks", "network"),
            Map.entry("senders", "sender"), Map.entry("reports", "report"), Map.entry("records", "record"),
            Map.entry("complaints", "complaint"), Map.entry("organisations", "organisation"),
            Map.entry("domains", "domain"), Map.entry("days", "day"), Map.entry("changes", "change"),
            Map.entry("notices", "notice"), Map.entry("acts", "act"), Map.entry("items", "item"),
            Map.entry("sign-ins", "sign-in"), Map.entry("failures", "failure"), Map.entry("names", "name"),
            Map.entry("files", "file"), Map.entry("apps", "app"), Map.entry("hours", "hour"));
    private static final Map<String, String> VERBS = Map.of("were", "was", "are", "is", "have", "has");
    private static final int MOST_WORDS_BETWEEN = 2;

    private Singular() {}

    static String of(String template, Predicate<String> isOne) {
        StringBuilder text = new StringBuilder(template);
        for (int open = text.indexOf("{"); open >= 0; open = text.indexOf("{", open + 1)) {
            int close = text.indexOf("}", open);
            if (close > 0 && isOne.test(text.substring(open + 1, close))) {
                noun(text, close + 1);
            }
        }
        return text.toString();
    }

    /** The same for a text whose numbers are written out: {@code 1 records were rejected}. */
    static String ofNumbers(String text) {
        StringBuilder words = new StringBuilder(text);
        for (int at = words.indexOf("1 "); at >= 0; at = words.indexOf("1 ", at + 1)) {
            if (at == 0 || words.charAt(at - 1) == ' ') {
                noun(words, at + 1);
            }
        }
        return words.toString();
    }

    private static void noun(StringBuilder text, int from) {
        int at = from;
        for (int word = 0; word <= MOST_WORDS_BETWEEN && at < text.length() && text.charAt(at) == ' '; word++) {
            int end = end(text, at + 1);
            String singular = NOUNS.get(text.substring(at + 1, end));
            if (singular != null) {
                text.replace(at + 1, end, singular);
                verb(text, at + 1 + singular.length());
                return;
            }
            at = end;
        }
    }

    /** The verb may stand behind an aside in brackets. */
    private static void verb(StringBuilder text, int behind) {
        boolean aside = text.indexOf(" (", behind) == behind && text.indexOf(")", behind) > 0;
        int at = aside ? text.indexOf(")", behind) + 1 : behind;
        int end = at < text.length() && text.charAt(at) == ' ' ? end(text, at + 1) : at;
        String singular = end > at ? VERBS.get(text.substring(at + 1, end)) : null;
        if (singular != null) {
            text.replace(at + 1, end, singular);
        }
    }

    private static int end(StringBuilder text, int from) {
        int end = from;
        while (end < text.length() && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '-')) {
            end++;
        }
        return end;
    }
}
