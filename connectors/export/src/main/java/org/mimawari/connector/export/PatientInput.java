package org.mimawari.connector.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads blocks from a stream that may break off, as a truncated archive does: what came before the break is delivered
 * first, and the failure is kept until somebody asks for more.
 */
final class PatientInput {

    private final InputStream in;
    private Optional<IOException> failure = Optional.empty();
    private boolean atEnd;

    PatientInput(InputStream in) {
        this.in = in;
    }

    /** Reads into the array from this position until it is full or nothing more comes; gives the new end. */
    int fill(byte[] target, int from) {
        int filled = from;
        try {
            while (filled < target.length && !atEnd) {
                int count = in.read(target, filled, target.length - filled);
                atEnd = count < 0;
                filled += Math.max(0, count);
            }
        } catch (IOException e) {
            failure = Optional.of(e);
            atEnd = true;
        }
        return filled;
    }

    boolean isAtEnd() {
        return atEnd;
    }

    /** @throws IOException where the stream broke off before its end */
    void check() throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    /** What was not read yet; reading it fails where the stream broke off. */
    InputStream rest() {
        return new InputStream() {

            @Override
            public int read() throws IOException {
                check();
                return in.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                check();
                return in.read(target, offset, length);
            }

            @Override
            public void close() throws IOException {
                in.close();
            }
        };
    }
}
