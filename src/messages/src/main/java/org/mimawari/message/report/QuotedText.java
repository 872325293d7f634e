package org.mimawari.message.report;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.message.MailHeaders;
import org.mimawari.message.MailMessage;

/**
 * Parts the text of a notice from the message quoted below it: at a separator such as "Original message", or where a run
 * of header lines begins by itself.
 */
final class QuotedText {

    private static final Set<String> HEADERS = Set.of("received", "from", "to", "cc", "subject", "date", "message-id",
            "return-path", "reply-to", "mime-version", "content-type", "x-mailer", "user-agent", "dkim-signature",
            "sender", "delivered-to", "x-originating-ip", "content-transfer-encoding", "in-reply-to", "references",
            "received-spf", "authentication-results", "arc-seal", "x-received", "domainkey-signature", "thread-topic",
            "x-envelope-from", "x-envelope-to", "x-priority");
    private static final Set<String> TELLING = Set.of("from", "subject", "date", "message-id", "received", "return-path");
    private static final int ENOUGH = 3;
    private static final int LOOK_BEHIND_SEPARATOR = 6;
    private static final int MOST_LINES = 20_000;
    private static final String EDGES = "-=*_>#+~<:.[]|　 \t";

    private final List<String> lines;
    private final int start;
    private final int cut;

    private QuotedText(List<String> lines, int start, int cut) {
        this.lines = lines;
        this.start = start;
        this.cut = cut;
    }

    static QuotedText of(String text) {
        List<String> lines = text.lines().limit(MOST_LINES).toList();
        for (int i = 0; i < lines.size(); i++) {
            boolean marked = isSeparator(lines.get(i));
            int start = marked ? afterBlank(lines, i + 1) : i;
            boolean opens = i == 0 || marked || startsRun(lines, i);
            if (opens && isHeaderRun(lines, start, marked ? 2 : ENOUGH)) {
                return new QuotedText(lines, start, i);
            }
        }
        return new QuotedText(lines, lines.size(), firstSeparator(lines));
    }

    /** The lines of the notice itself. */
    List<String> notice() {
        return lines.subList(0, cut);
    }

    /** The headers of the quoted message, where it was found. */
    Optional<MailHeaders> headers() {
        if (start >= lines.size()) {
            return Optional.empty();
        }
        String quoted = String.join("\n", lines.subList(start, Math.min(lines.size(), start + 2_000)));
        return Optional.of(MailMessage.of(quoted.getBytes(StandardCharsets.UTF_8)).headers());
    }

    /** True where a separator or headers show that a message is quoted. */
    boolean quotes() {
        return start < lines.size() || cut < lines.size();
    }

    private static int firstSeparator(List<String> lines) {
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean ruled = !line.isEmpty() && (line.charAt(0) == '-' || line.charAt(0) == '=' || line.charAt(0) == '*');
            if (ruled && isSeparator(line)) {
                return i;
            }
        }
        return lines.size();
    }

    /** A run begins behind a blank line or a ruler, never amid a paragraph. */
    private static boolean startsRun(List<String> lines, int at) {
        String before = lines.get(at - 1);
        return name(lines.get(at)).isPresent() && name(before).isEmpty()
                && (before.isBlank() || trimmed(before).isEmpty());
    }

    private static boolean isHeaderRun(List<String> lines, int from, int enough) {
        Set<String> known = new HashSet<>();
        for (int i = from; i < lines.size() && i < from + 60 && !lines.get(i).isBlank(); i++) {
            Optional<String> name = name(lines.get(i));
            boolean folded = Character.isWhitespace(lines.get(i).charAt(0));
            if (name.isEmpty() && !folded && i > from + 1) {
                break;
            }
            name.filter(HEADERS::contains).ifPresent(known::add);
        }
        return known.size() >= enough && known.stream().anyMatch(TELLING::contains);
    }

    private static int afterBlank(List<String> lines, int from) {
        int i = from;
        while (i < lines.size() && i < from + LOOK_BEHIND_SEPARATOR
                && (lines.get(i).isBlank() || trimmed(lines.get(i)).isEmpty())) {
            i++;
        }
        return i;
    }

    private static Optional<String> name(String line) {
        int colon = line.indexOf(':');
        if (colon <= 0 || colon > 60) {
            return Optional.empty();
        }
        String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
        return name.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '<' && c != '"' && c != '@') ? Optional.of(name)
                : Optional.empty();
    }

    static boolean isSeparator(String line) {
        return line.length() < 200 && Phrases.is("separator", Phrases.folded(trimmed(line)));
    }

    private static String trimmed(String line) {
        int from = 0;
        int to = line.length();
        while (from < to && EDGES.indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && EDGES.indexOf(line.charAt(to - 1)) >= 0) {
            to--;
        }
        return line.substring(from, to);
    }
}
