package org.mimawari.connector.export.google;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.MailboxAddress;

/**
 * The mailbox that a file's name tells: {@code alice@example.jp_filters.json}, {@code filters-alice@example.jp.json}.
 */
final class NamedMailbox {

    private static final Set<String> WORDS = Set.of("json", "jsonl", "ndjson", "csv", "tsv", "txt", "gz", "zst",
            "filter",
            "filters", "forward", "forwarding", "forwardingaddresses", "autoforwarding", "sendas", "delegate",
            "delegates",
            "vacation", "settings", "gmail", "imap", "pop", "tokens", "asps", "user", "users", "export", "gam", "mail");

    private NamedMailbox() {}

    static Optional<MailboxAddress> in(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        int at = name.indexOf('@');
        if (at <= 0) {
            return Optional.empty();
        }
        String local = afterWords(name.substring(0, at));
        String domain = beforeWords(name.substring(at + 1));
        return domain.indexOf('.') < 0 ? Optional.empty() : MailboxAddress.findFull(local + "@" + domain);
    }

    private static String afterWords(String text) {
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            if (isBetween(text.charAt(at)) && WORDS.contains(text.substring(from, at))) {
                from = at + 1;
            }
        }
        return text.substring(from);
    }

    private static String beforeWords(String text) {
        int to = text.length();
        int lastBetween = lastBetween(text, to);
        while (lastBetween > 0 && WORDS.contains(text.substring(lastBetween + 1, to))) {
            to = lastBetween;
            lastBetween = lastBetween(text, to);
        }
        return text.substring(0, to);
    }

    private static int lastBetween(String text, int to) {
        int at = to - 1;
        while (at >= 0 && !isBetween(text.charAt(at))) {
            at--;
        }
        return at;
    }

    private static boolean isBetween(char c) {
        return c == '.' || c == '-' || c == '_' || c == ' ' || c == '(' || c == ')';
    }
}
