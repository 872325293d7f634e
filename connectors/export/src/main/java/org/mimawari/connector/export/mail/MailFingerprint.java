package org.mimawari.connector.export.mail;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mimawari.connector.Fingerprint;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.message.evidence.MailEvidence;
import org.mimawari.message.MailMessage;

/**
 * The identity of a message in one mailbox: equal for copies in two exports, whatever their line ends, mbox quoting and
 * headers added on the way; different for two messages, also where they share a Message-ID or have none.
 */
final class MailFingerprint {

    private static final int LOOK = 64 * 1024;

    private MailFingerprint() {}

    static long of(MailMessage message, Optional<MailboxAddress> owner, boolean sent) {
        Fingerprint print = new Fingerprint().add(owner.map(MailboxAddress::text).orElse(""))
                .add(sent ? "sent" : "received").add(message.messageId().orElse(""))
                .add(message.headers().raw("date").orElse("")).add(message.subject().orElse(""))
                .add(message.from().orElse(""));
        if (message.messageId().isEmpty()) {
            for (String name : List.of("to", "cc", "bcc", "received", "content-type", "reply-to", "x-mailer")) {
                print.add(message.headers().raw(name).orElse(""));
            }
            print.add(MailEvidence.receivedAt(message).map(Instant::toString).orElse(""));
        }
        byte[] body = withoutBreaks(message.root().rawBody(LOOK));
        return print.add(body, 0, body.length).value();
    }

    /** White space and quoting marks differ between copies; letters do not. */
    private static byte[] withoutBreaks(byte[] body) {
        int length = 0;
        for (byte b : body) {
            boolean drop = b == '\r' || b == '\n' || b == ' ' || b == '\t' || b == '>';
            body[length] = b;
            length += drop ? 0 : 1;
        }
        return Arrays.copyOf(body, length);
    }
}
