package org.mimawari.store;

import java.time.Instant;
import java.util.function.Consumer;
import org.mimawari.connector.Fingerprint;
import org.mimawari.evidence.Evidence;

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

    private final CompactWriter writer = new CompactWriter();
    private long newest = Long.MIN_VALUE;

    /** Takes what a segment holds, in the order it was written. */
    public interface Reader {

        void record(long fingerprint);

        void piece(Evidence evidence);
    }

    /** A record; the pieces that follow were taken out of it. */
    public void record(long fingerprint) {
        writer.flag("", false);
        writer.number("", fingerprint);
    }

    public void piece(Evidence evidence) {
        writer.flag("", true);
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

    /** The bytes of the segment; a new, empty one begins. */
    public byte[] take() {
        newest = Long.MIN_VALUE;
        return writer.take();
    }

    public static void read(byte[] bytes, Reader reader) {
        CompactReader in = new CompactReader(bytes);
        while (in.hasNext()) {
            if (in.flag()) {
                reader.piece(in.read());
            } else {
                reader.record(in.number());
            }
        }
    }

    /** Only the evidence. */
    public static void read(byte[] bytes, Consumer<Evidence> pieces) {
        read(bytes, new Reader() {
            @Override
            public void record(long fingerprint) {}

            @Override
            public void piece(Evidence evidence) {
                pieces.accept(evidence);
            }
        });
    }
}
