package org.mimawari.connector.google.collect;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.Fingerprint;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Origin;
import org.mimawari.message.MailMessage;
import org.mimawari.message.evidence.MailEvidence;

/** Makes evidence of the headers of a sent message, as the Gmail API gives them ({@code users.messages}, metadata). */
final class SentMetadata {

    private static final int MOST_HEADERS = 200;
    private static final int LONGEST = 64_000;

    private final String source;
    private final MailboxAddress user;

    SentMetadata(String source, MailboxAddress user) {
        this.source = source;
        this.user = user;
    }

    /** When Gmail says it was sent, which its writer cannot choose. */
    Optional<Instant> time(Tree message) {
        String digits = message.find("internalDate").orElse("");
        boolean sound = !digits.isEmpty() && digits.length() <= 15 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return sound ? Optional.of(Instant.ofEpochMilli(Long.parseLong(digits))) : Optional.empty();
    }

    /** Hands over one message; true where it was new. */
    boolean take(Tree message, EvidenceSink sink) {
        Optional<String> id = message.find("id");
        if (id.isEmpty() || !message.at("payload").isObject()) {
            reject(sink);
            return true;
        }
        MailMessage mail = MailMessage.of(headers(message.at("payload")), size(message));
        Optional<Instant> time = time(message).or(() -> MailEvidence.sentAt(mail));
        boolean isDraft = message.at("labelIds").texts().contains("DRAFT");
        boolean isNew = sink.admit(Fingerprint.of("gmail message", user.text(), id.get()));
        if (isNew && !isDraft) {
            EvidenceRef ref = new EvidenceRef(source, "record:" + id.get(), id);
            sink.accept(MailEvidence.sent(mail, new Origin(Optional.of(user), time, ref)));
        }
        return isNew;
    }

    void reject(EvidenceSink sink) {
        sink.reject(new EvidenceRef(source, "record", Optional.empty()), "not a message of the list");
    }

    private static long size(Tree message) {
        String digits = message.find("sizeEstimate").orElse("0");
        return digits.length() <= 12 && digits.chars().allMatch(c -> c >= '0' && c <= '9') ? Long.parseLong(digits) : 0;
    }

    /** As they would stand in the message; nothing in a header begins another one. */
    private static byte[] headers(Tree payload) {
        StringBuilder text = new StringBuilder();
        payload.at("headers").items().stream().limit(MOST_HEADERS).forEach(header -> {
            String value = header.find("value").orElse("");
            text.append(line(header.find("name").orElse("X"))).append(": ")
                    .append(line(value.substring(0, Math.min(LONGEST, value.length())))).append("\r\n");
        });
        return text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.chars().forEach(c -> line.append((char) (c == '\r' || c == '\n' ? ' ' : c)));
        return line.toString();
    }
}
