package org.mimawari.connector.export;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * Opens files, unpacking gzip and Zstandard by their magic numbers, and what lies in a zip archive. The
 * unpacked size is capped against bombs at 200 times the packed size plus 64 MiB, which ordinary logs stay far below.
 */
public final class Unpacking {

    private static final int BLOCK = 128 * 1024;
    private static final long RATIO = 200;
    private static final long ALWAYS_ALLOWED = 64L << 20;

    private Unpacking() {}

    public static InputStream open(Path path) throws IOException {
        PushbackInputStream in = new PushbackInputStream(new BufferedInputStream(file(path), BLOCK), 4);
        byte[] head = in.readNBytes(4);
        in.unread(head);
        if (head.length >= 2 && (head[0] & 255) == 0x1F && (head[1] & 255) == 0x8B) {
            return new CappedStream(new GZIPInputStream(in, BLOCK), cap(path));
        }
        if (head.length == 4 && (head[0] & 255) == 0x28 && (head[1] & 255) == 0xB5 && (head[2] & 255) == 0x2F
                && (head[3] & 255) == 0xFD) {
            return new CappedStream(new ZstdInputStreamNoFinalizer(in), cap(path));
        }
        return in;
    }

    /** A file inside a zip archive is packed itself. */
    private static InputStream file(Path path) throws IOException {
        InputStream in = Files.newInputStream(path);
        if (!path.getFileSystem().provider().getScheme().equals("jar")) {
            return in;
        }
        boolean known = Files.getAttribute(path, "zip:compressedSize") instanceof Long size && size > 0;
        long packed = known ? (Long) Files.getAttribute(path, "zip:compressedSize") : Files.size(path);
        return new CappedStream(in, packed * RATIO + ALWAYS_ALLOWED);
    }

    private static long cap(Path path) throws IOException {
        return Files.size(path) * RATIO + ALWAYS_ALLOWED;
    }

    /** Fails rather than delivers more than the cap. */
    private static final class CappedStream extends FilterInputStream {

        private long left;

        CappedStream(InputStream in, long cap) {
            super(in);
            left = cap;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            count(Math.max(0, count));
            return count;
        }

        /** Never promises more, so that nobody loses what a broken stream gave before it broke. */
        @Override
        public int available() {
            return 0;
        }

        private void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("it unpacks to more than " + RATIO + " times its size, which no log does");
            }
        }
    }
}
