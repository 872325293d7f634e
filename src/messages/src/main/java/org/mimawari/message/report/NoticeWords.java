package org.mimawari.message.report;

import java.util.List;
import java.util.Optional;

/** What a notice says as a whole, for recipients beside whom nothing particular stands. */
final class NoticeWords {

    private static final int LONGEST = 20_000;
    private static final int SHORT = 300;
    private static final String UNKNOWN = "5.0.0";

    private final List<String> lines;
    private final String text;
    private final Optional<String> reply;
    private final Optional<String> enhanced;
    private final Optional<String> worded;
    private final boolean delayed;
    private final boolean delivered;
    private final String telling;

    NoticeWords(List<String> lines) {
        this.lines = lines;
        this.text = joined(lines);
        String folded = Phrases.folded(text);
        this.reply = StatusCodes.reply(text);
        this.enhanced = StatusCodes.enhanced(text);
        this.worded = StatusCodes.worded(text);
        this.delayed = Phrases.has("delayed", folded) && !Phrases.has("gave up", folded);
        this.delivered = Phrases.has("delivered", folded) && !Phrases.has("body", folded);
        this.telling = findTelling();
    }

    Optional<String> reply() {
        return reply;
    }

    Optional<String> enhanced() {
        return enhanced;
    }

    /** The status its wording means; {@code 5.0.0} where it means none. */
    Optional<String> derived(Optional<String> code) {
        return StatusCodes.inClass(worded, code).or(() -> Optional.of(UNKNOWN));
    }

    boolean isTelling() {
        return worded.isPresent();
    }

    /** True where the server will go on trying. */
    boolean isDelayed(Optional<String> code) {
        boolean temporary = code.isEmpty() || code.get().startsWith("4");
        return temporary && delayed;
    }

    /** The action in the words of RFC 3464. */
    String action(boolean waiting) {
        return delivered ? "delivered" : waiting ? "delayed" : "failed";
    }

    /** The part of the notice around its first code, else its first telling line, which says most. */
    String telling() {
        return telling;
    }

    private String findTelling() {
        for (int i = 0; i < lines.size(); i++) {
            if (StatusCodes.reply(lines.get(i)).isPresent() || StatusCodes.enhanced(lines.get(i)).isPresent()) {
                return String.join(" ", lines.subList(i, Math.min(lines.size(), i + 3))).strip();
            }
        }
        return lines.stream().filter(line -> Phrases.status(Phrases.folded(line)).isPresent()).findFirst()
                .orElse(text.length() > SHORT ? text.substring(0, SHORT) : text).strip();
    }

    private static String joined(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (text.length() < LONGEST) {
                text.append(line, 0, Math.min(line.length(), LONGEST)).append(' ');
            }
        }
        return text.toString();
    }
}
