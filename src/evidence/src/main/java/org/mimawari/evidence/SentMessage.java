package org.mimawari.evidence;

import java.util.List;
import java.util.Optional;

/**
 * A message that left in the mailbox's name.
 *
 * @param from the address in the From header, or the envelope sender where only that is known
 * @param envelopeFrom the SMTP sender where the source shows it
 * @param recipients how many recipients it had; may exceed the length of {@code to}
 * @param to recipients where known, in lower case, at most 1,000
 * @param hidden how many of them were Bcc, where the source tells
 * @param bounced how many recipients were refused, where a server log tells
 * @param ip where it was submitted from
 * @param client X-Mailer, User-Agent or the client information of the source
 * @param inReplyTo first id of In-Reply-To or References
 */
public record SentMessage(
        Origin origin,
        Route route,
        Optional<String> messageId,
        Optional<String> subject,
        Optional<String> from,
        Optional<String> envelopeFrom,
        Optional<String> replyTo,
        int recipients,
        List<String> to,
        int hidden,
        int bounced,
        int deferred,
        Optional<IpAddress> ip,
        Place place,
        Optional<String> client,
        Optional<String> inReplyTo,
        long size,
        Optional<MessageContent> content) implements Evidence {

    /** Which record shows that it was sent. */
    public enum Route { SENT_FOLDER, SERVER_LOG, MESSAGE_TRACE, AUDIT_LOG }

    private static final int MOST_RECIPIENTS = 1_000;

    public SentMessage {
        to = List.copyOf(to.size() > MOST_RECIPIENTS ? to.subList(0, MOST_RECIPIENTS) : to);
    }

    @Override
    public EvidenceKind kind() {
        return EvidenceKind.SENT_MESSAGE;
    }
}
