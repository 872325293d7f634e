package org.mimawari.connector.export.folder;

import java.io.IOException;
import java.io.InputStream;
import org.mimawari.connector.export.ByteSearch;

/** Counts lines of a stretch of a file of one object a line, and finds where its first whole record begins. */
final class LineCounting {

    private static final int BLOCK = 256 * 1024;

    private final long from;
    private long start = -1;
    private long linesBefore;
    private long lines;

    LineCounting(long from) {
        this.from = from;
    }

    /** @param in the file from its beginning */
    ExportPart.Cut cut(InputStream in, long to) throws IOException {
        // A line begins where the one before ends, which may be the last byte of the stretch before.
        long before = Math.min(from, 3);
        in.skipNBytes(from - before);
        byte[] bytes = new byte[BLOCK];
        int kept = in.readNBytes(bytes, 0, (int) before);
        long at = from;
        while (at < to) {
            int count = in.readNBytes(bytes, kept, (int) Math.min(BLOCK - kept, to - at));
            if (count == 0) {
                break;
            }
            look(bytes, kept, kept + count, at);
            at += count;
            int end = kept + count;
            kept = Math.min(end, 3);
            System.arraycopy(bytes, end - kept, bytes, 0, kept);
        }
        return new ExportPart.Cut(start, linesBefore, lines);
    }

    /** An object that ends before the end of a line is whole only if the next line begins another. */
    private void look(byte[] bytes, int from, int to, long offset) {
        int newline = start < 0 ? ByteSearch.findFar(bytes, Math.max(0, from - 1), to, '\n') : -1;
        while (newline >= 0 && start < 0) {
            int at = newline + 1;
            boolean begins = at >= from && at + 1 < to && bytes[at] == '{' && bytes[at + 1] == '"';
            if (begins && endsObject(bytes, newline - 1)) {
                start = offset + at - from;
                linesBefore = lines + count(bytes, from, at);
            }
            newline = ByteSearch.findFar(bytes, at, to, '\n');
        }
        lines += count(bytes, from, to);
    }

    private static boolean endsObject(byte[] bytes, int at) {
        return at >= 0 && bytes[at] == '}' || at > 0 && bytes[at] == '\r' && bytes[at - 1] == '}';
    }

    private static long count(byte[] bytes, int from, int to) {
        long count = 0;
        int at = ByteSearch.findFar(bytes, from, to, '\n');
        while (at >= 0) {
            count++;
            at = ByteSearch.findFar(bytes, at + 1, to, '\n');
        }
        return count;
    }
}
