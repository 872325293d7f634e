package org.mimawari.message.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.OriginalMessage;
import org.mimawari.message.MailDates;

/** What a notice tells of the original in a few words, where it quotes no message: {@code Subject: …}, {@code Sent: …}. */
final class NoticeFields {

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("subject", "subject"), Map.entry("件名", "subject"), Map.entry("betreff", "subject"),
            Map.entry("objet", "subject"), Map.entry("asunto", "subject"), Map.entry("assunto", "subject"),
            Map.entry("oggetto", "subject"), Map.entry("onderwerp", "subject"), Map.entry("тема", "subject"),
            Map.entry("主题", "subject"), Map.entry("主旨", "subject"), Map.entry("제목", "subject"),
            Map.entry("the message subject was", "subject"), Map.entry("message subject", "subject"),
            Map.entry("sent", "date"), Map.entry("date", "date"), Map.entry("sent date", "date"),
            Map.entry("the message date was", "date"), Map.entry("your mail sent on", "date"),
            Map.entry("送信日時", "date"), Map.entry("gesendet", "date"), Map.entry("message-id", "id"),
            Map.entry("message id", "id"), Map.entry("original message-id", "id"),
            Map.entry("メッセージid", "id"), Map.entry("from", "from"), Map.entry("original sender", "from"));
    private static final int MOST_LINES = 200;

    private NoticeFields() {}

    static OriginalMessage read(List<String> notice) {
        Optional<String> subject = find(notice, "subject").map(NoticeFields::unquoted);
        Optional<String> id = find(notice, "id").filter(text -> text.startsWith("<") && text.endsWith(">"));
        return new OriginalMessage(id, subject, find(notice, "from").flatMap(NoticeFields::address),
                find(notice, "date").map(NoticeFields::unquoted).flatMap(MailDates::find), List.of(), List.of(),
                Optional.empty());
    }

    private static Optional<String> find(List<String> notice, String fact) {
        for (String line : notice.subList(0, Math.min(MOST_LINES, notice.size()))) {
            int colon = colon(line);
            String label = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = colon < 0 ? "" : line.substring(colon + 1).strip();
            if (fact.equals(LABELS.get(label)) && !value.isEmpty()) {
                return Optional.of(value.length() <= 500 ? value : value.substring(0, 500));
            }
        }
        return Optional.empty();
    }

    private static int colon(String line) {
        int plain = line.indexOf(':');
        int wide = line.indexOf('：');
        int colon = plain < 0 || wide >= 0 && wide < plain ? wide : plain;
        return colon > 60 ? -1 : colon;
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && (text.startsWith("'") && text.endsWith("'")
                || text.startsWith("\"") && text.endsWith("\""));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static Optional<String> address(String text) {
        return Addresses.in(text).stream().findFirst().map(Addresses.Found::address);
    }
}
