package org.mimawari.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One mail message. Reading never fails and takes time linear in its size: what cannot be understood is left out. Only
 * the first {@value #LONGEST} bytes are looked at.
 */
public final class MailMessage {

    /** The most that is read of one message, in bytes. */
    public static final int LONGEST = 16 << 20;
    private static final Set<String> TELLING = Set.of("from", "to", "cc", "subject", "date", "message-id", "received",
            "return-path", "delivered-to", "mime-version", "content-type", "sender", "reply-to", "x-mailer");

    private final MimePart root;
    private final long size;

    private MailMessage(MimePart root, long size) {
        this.root = root;
        this.size = size;
    }

    public static MailMessage of(byte[] bytes) {
        return of(bytes, bytes.length);
    }

    /** A message of which only the beginning is at hand; {@code size} is that of the whole, in bytes. */
    public static MailMessage of(byte[] bytes, long size) {
        int to = Math.min(bytes.length, LONGEST);
        return new MailMessage(new MimeParser().parse(bytes, start(bytes, to), to), size);
    }

    public static MailMessage read(InputStream in) throws IOException {
        return of(in.readNBytes(LONGEST));
    }

    /** True where it has at least one header that mail has; else these bytes are no message. */
    public boolean isMail() {
        return root.headers().names().stream().anyMatch(TELLING::contains);
    }

    public MailHeaders headers() {
        return root.headers();
    }

    public MimePart root() {
        return root;
    }

    public long size() {
        return size;
    }

    public Optional<String> messageId() {
        return headers().id("message-id");
    }

    /** The decoded subject, at most 1,000 characters. */
    public Optional<String> subject() {
        return headers().text("subject").map(text -> text.length() <= 1_000 ? text : text.substring(0, 1_000));
    }

    /** The address in From, in lower case. */
    public Optional<String> from() {
        return headers().addresses("from").stream().findFirst();
    }

    /** Parts of this message itself; a message attached to it counts as one part. */
    public List<MimePart> ownParts() {
        return root.ownParts();
    }

    private static int start(byte[] bytes, int to) {
        boolean marked = to >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        int i = marked ? 3 : 0;
        while (i < to && (bytes[i] == '\n' || bytes[i] == '\r')) {
            i++;
        }
        return i;
    }
}
