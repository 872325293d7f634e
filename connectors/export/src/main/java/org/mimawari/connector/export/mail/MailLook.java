package org.mimawari.connector.export.mail;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.export.Preview;

/** Tells by its first lines whether a file holds mail: one message, or a folder in mbox form. */
final class MailLook {

    private static final Set<String> HEADERS = Set.of("received", "from", "to", "cc", "bcc", "subject", "date", "message-id",
            "return-path", "delivered-to", "x-original-to", "mime-version", "content-type", "reply-to", "sender",
            "content-transfer-encoding", "in-reply-to", "references", "dkim-signature", "arc-seal", "x-mailer",
            "user-agent", "x-received", "received-spf", "authentication-results", "envelope-to", "delivery-date",
            "x-gm-thrid", "x-gmail-labels", "x-mozilla-status", "x-mozilla-status2", "x-account-key", "status",
            "x-status", "x-uid", "x-sieve", "x-apparently-to", "x-originating-ip", "auto-submitted", "x-envelope-from",
            "thread-topic", "newsgroups", "content-length", "x-imapbase", "x-unsent");
    private static final List<String> MONTHS = List.of(" Jan ", " Feb ", " Mar ", " Apr ", " May ", " Jun ", " Jul ",
            " Aug ", " Sep ", " Oct ", " Nov ", " Dec ");
    private static final int MOST_LINES = 60;

    private MailLook() {}

    /** How sure it is that a file is an mbox, from 0 to 100. */
    static int mbox(Preview preview) {
        List<String> lines = preview.lines(2);
        boolean opens = !lines.isEmpty() && lines.get(0).startsWith("From ");
        if (!opens) {
            return 0;
        }
        boolean mail = headers(preview.text().lines().dropWhile(String::isBlank).skip(1).limit(MOST_LINES).toList()) > 0;
        return mail ? 95 : isDated(lines.get(0)) ? 80 : 0;
    }

    /** How sure it is that a file is one message, from 0 to 100. */
    static int message(Preview preview) {
        List<String> lines = preview.text().lines().dropWhile(String::isBlank).limit(MOST_LINES).toList();
        boolean counted = !lines.isEmpty() && isNumber(lines.get(0).strip());
        int known = headers(counted ? lines.subList(1, lines.size()) : lines);
        boolean named = preview.name().toLowerCase(Locale.ROOT).matches(".{0,250}\\.(eml|emlx|msg|mht|mai)");
        return known >= 3 ? 90 : known == 2 ? 75 : known == 1 && named || counted && known > 0 ? 60 : 0;
    }

    /** True for the name of a header that mail has, in lower case. */
    static boolean isKnown(String name) {
        return HEADERS.contains(name);
    }

    /** The name of the header field this line begins, in lower case. */
    static Optional<String> name(String line) {
        int colon = line.indexOf(':');
        if (colon <= 0 || colon > 80) {
            return Optional.empty();
        }
        String name = line.substring(0, colon).stripTrailing();
        return name.chars().allMatch(c -> c > ' ' && c < 0x7F) ? Optional.of(name.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** True where an mbox separator carries a date, as {@code From info@example.jp Thu Nov 20 03:00:00 2025}. */
    static boolean isDated(String line) {
        boolean month = MONTHS.stream().anyMatch(line::contains);
        return month && hasTime(line) && (line.contains(" 19") || line.contains(" 20"));
    }

    private static boolean hasTime(String line) {
        for (int i = line.indexOf(':'); i > 1 && i + 2 < line.length(); i = line.indexOf(':', i + 1)) {
            if (Character.isDigit(line.charAt(i - 1)) && Character.isDigit(line.charAt(i + 1))
                    && Character.isDigit(line.charAt(i + 2))) {
                return true;
            }
        }
        return false;
    }

    /** Counts different known headers before the first blank line; none where the first line is no header. */
    private static int headers(List<String> lines) {
        Set<String> known = new HashSet<>();
        for (int i = 0; i < lines.size() && !lines.get(i).isBlank(); i++) {
            Optional<String> name = name(lines.get(i));
            boolean envelope = lines.get(i).startsWith("From ") || lines.get(i).startsWith(">From ");
            if (i == 0 && name.isEmpty() && !envelope) {
                return 0;
            }
            name.filter(HEADERS::contains).ifPresent(known::add);
        }
        return known.size();
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
