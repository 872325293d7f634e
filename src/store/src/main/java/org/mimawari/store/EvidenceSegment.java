package org.mimawari.store;

import java.time.Instant;
import java.util.Optional;
import org.mimawari.connector.Fingerprint;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailboxAddress;

/**
 * Records of one source with their evidence, in a compact form: each record's fingerprint, then the pieces taken out of
 * it. Not safe for several threads.
 */
public final class EvidenceSegment {

    /**
     * The version of the form. It must rise whenever the shape of any kind of evidence changes, as older segments cannot
     * be read from then on.
     */
    public static final int FORM = 1;

    private static final int RECORD = 0;
    private static final int PIECE = 1;
    private static final int PASSAGE = 2;

    private final CompactWriter writer = new CompactWriter();
    private long newest = Long.MIN_VALUE;

    /** Takes what a segment holds, in the order it was written. */
    public interface Reader {

        void record(long fingerprint);

        void piece(Evidence evidence);

        /** The source has something at this moment, and for this mailbox, of which no evidence was taken. */
        default void passage(Optional<MailboxAddress> mailbox, Instant time) {}
    }

    /** A record; the pieces that follow were taken out of it. */
    public void record(long fingerprint) {
        writer.number("", RECORD);
        writer.number("", fingerprint);
    }

    public void passage(Optional<MailboxAddress> mailbox, Instant time) {
        writer.number("", PASSAGE);
        writer.text("", mailbox.map(MailboxAddress::text).orElse(""));
        writer.number("", time.toEpochMilli());
    }

    public void piece(Evidence evidence) {
        writer.number("", PIECE);
        writer.write(evidence);
        evidence.time().map(Instant::toEpochMilli).ifPresent(time -> newest = Math.max(newest, time));
    }

    /**
     * A fingerprint of what a piece says about its mailbox, wherever it was read: equal for a setting that was found
     * again.
     */
    public static long contentPrint(Evidence evidence) {
        CompactWriter writer = new CompactWriter();
        writer.content(evidence);
        byte[] bytes = writer.take();
        return new Fingerprint().add(bytes, 0, bytes.length).value();
    }

    /** Bytes written so far. */
    public int size() {
        return writer.size();
    }

    /** The latest moment of its evidence, in milliseconds since 1970; {@link Long#MIN_VALUE} where no piece has one. */
    public long newest() {
        return newest;
    }

    /** True where these are the bytes of the segment as it stands. */
    public boolean holds(byte[] other) {
        return writer.holds(other);
    }

    /** The bytes of the segment; a new, empty one begins. */
    public byte[] take() {
        newest = Long.MIN_VALUE;
        return writer.take();
    }

    public static void read(byte[] bytes, Reader reader) {
        CompactReader in = new CompactReader(bytes);
        while (in.hasNext()) {
            long next = in.number();
            if (next == PIECE) {
                reader.piece(in.read());
            } else if (next == RECORD) {
                reader.record(in.number());
            } else {
                reader.passage(MailboxAddress.find(in.text()), Instant.ofEpochMilli(in.number()));
            }
        }
    }
}
