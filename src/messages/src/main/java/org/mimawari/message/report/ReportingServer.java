package org.mimawari.message.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds in a notice which server wrote it. */
final class ReportingServer {

    private static final List<String> LABELS = List.of("generating server:", "reporting-mta:", "生成サーバー:", "生成元サーバー:",
            "generierender server:", "serveur de génération:", "serveur générateur:", "servidor de generación:");
    private static final List<String> PHRASES = List.of("mail system at host ", "qmail-send program at ",
            "mail delivery agent at ", "smtp server at ", "mail server at ", "program at ", "server named ", "message from ");
    private static final int LONGEST = 253;

    private ReportingServer() {}

    static Optional<String> find(List<String> notice) {
        for (int i = 0; i < notice.size() && i < 300; i++) {
            String lower = notice.get(i).strip().toLowerCase(Locale.ROOT);
            Optional<String> name = LABELS.stream().filter(lower::startsWith)
                    .map(label -> StatusFields.untyped(lower.substring(label.length())))
                    .findFirst().or(() -> behindPhrase(lower)).map(ReportingServer::bare);
            if (name.filter(text -> text.indexOf('.') > 0).isPresent()) {
                return name;
            }
        }
        return Optional.empty();
    }

    /** The host name at the beginning of a text, in lower case. */
    static String bare(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        int from = lower.startsWith("<") || lower.startsWith("[") ? 1 : 0;
        int i = from;
        while (i < lower.length() && i - from < LONGEST && isName(lower.charAt(i))) {
            i++;
        }
        String name = lower.substring(from, i);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static Optional<String> behindPhrase(String lower) {
        return PHRASES.stream().filter(lower::contains)
                .map(phrase -> lower.substring(lower.indexOf(phrase) + phrase.length())).findFirst();
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_' || c == ':';
    }
}
