package org.mimawari.live;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Up to where a log was read, and which of its last records are known, since events come late and out of order: the last
 * stretch is read again, and what is known of it is passed over.
 *
 * @param until everything earlier was read
 * @param seen fingerprints of the records of the last stretch, at most 20,000
 */
public record LogPlace(Instant until, Set<Long> seen) {

    private static final int MOST = 20_000;

    public LogPlace {
        seen = Set.copyOf(seen);
    }

    /** The place that {@link #text} wrote; empty where it is none. */
    public static Optional<LogPlace> parse(String text) {
        int end = text.indexOf(' ');
        if (end < 0) {
            return Optional.empty();
        }
        try {
            Instant until = Instant.parse(text.substring(0, end));
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text.substring(end + 1)));
            Set<Long> seen = new HashSet<>();
            while (bytes.remaining() >= Long.BYTES) {
                seen.add(bytes.getLong());
            }
            return Optional.of(new LogPlace(until, seen));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The place as checkpoints keep it. */
    public String text() {
        ByteBuffer bytes = ByteBuffer.allocate(Math.min(MOST, seen.size()) * Long.BYTES);
        seen.stream().sorted().limit(MOST).forEach(bytes::putLong);
        return until + " " + Base64.getEncoder().encodeToString(bytes.array());
    }
}
