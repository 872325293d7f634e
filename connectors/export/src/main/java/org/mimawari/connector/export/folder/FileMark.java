package org.mimawari.connector.export.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.mimawari.connector.Fingerprint;
import org.mimawari.connector.export.ByteSearch;
import org.mimawari.connector.export.Source;

/**
 * How a file stood when it was read, so that a later round sees whether it is the same, only grew, or is another one:
 * rotated, truncated, packed or written anew.
 *
 * @param format what it was taken for
 * @param modified milliseconds since 1970
 * @param whole bytes up to and with its last line end
 * @param lines how many lines these are
 * @param head a fingerprint of its first bytes
 * @param tail a fingerprint of the last bytes before {@code whole}
 */
record FileMark(String format, long size, long modified, long whole, long lines, long head, long tail) {

    /** Like no file that there is. */
    static final FileMark UNKNOWN = new FileMark("none", -1, 0, 0, 0, 0, 0);

    private static final int COMPARED = 4 << 10;
    private static final int BLOCK = 128 << 10;
    private static final String SEPARATOR = "|";
    private static final int FIELDS = 7;

    /** The mark as it was written; none where another version wrote it. */
    static Optional<FileMark> parsed(String text) {
        String[] parts = text.split("\\" + SEPARATOR);
        if (parts.length != FIELDS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FileMark(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]),
                    Long.parseLong(parts[3]), Long.parseLong(parts[4]), Long.parseLong(parts[5]), Long.parseLong(parts[6])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    String text() {
        return String.join(SEPARATOR, format, Long.toString(size), Long.toString(modified), Long.toString(whole),
                Long.toString(lines), Long.toString(head), Long.toString(tail));
    }

    /** Marks a file that was read, or read on from an earlier mark's end. Lines are counted where they may be needed. */
    static FileMark of(Path file, String format, boolean mayGrow, Source.Start known) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        long size = attributes.size();
        long whole = size;
        long lines = 0;
        if (mayGrow) {
            long[] end = lastLine(file, size, known);
            whole = end[0];
            lines = end[1];
        }
        return new FileMark(format, size, attributes.lastModifiedTime().toMillis(), whole, lines,
                print(file, 0, Math.min(COMPARED, size)),
                mayGrow ? print(file, Math.max(0, whole - COMPARED), whole) : 0);
    }

    /** True where nothing was written since. */
    boolean isUnchanged(BasicFileAttributes now) {
        return now.size() == size && now.lastModifiedTime().toMillis() == modified;
    }

    /** True where the file begins with all that was read of it, and goes on. */
    boolean hasGrown(Path file, BasicFileAttributes now) throws IOException {
        return whole > 0 && head != 0 && now.size() > size && print(file, 0, Math.min(COMPARED, size)) == head
                && print(file, Math.max(0, whole - COMPARED), whole) == tail;
    }

    Source.Start end() {
        return new Source.Start(whole, lines);
    }

    /** Where the last whole line ends, and how many lines there are up to there. */
    private static long[] lastLine(Path file, long size, Source.Start known) throws IOException {
        long whole = known.offset();
        long lines = known.lines();
        long at = known.offset();
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(at);
            while (at < size) {
                int count = in.readNBytes(block, 0, (int) Math.min(BLOCK, size - at));
                if (count == 0) {
                    break;
                }
                lines += ByteSearch.count(block, 0, count, '\n');
                for (int i = count - 1; i >= 0; i--) {
                    if (block[i] == '\n') {
                        whole = at + i + 1;
                        break;
                    }
                }
                at += count;
            }
        }
        return new long[] {whole, lines};
    }

    /** What two files have in common that begin alike; none for an empty one. */
    Optional<String> beginning() {
        return head == 0 || size <= 0 ? Optional.empty() : Optional.of(head + " " + Math.min(COMPARED, size));
    }

    private static long print(Path file, long from, long to) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(from);
            byte[] bytes = in.readNBytes((int) (to - from));
            long print = new Fingerprint().add(bytes, 0, bytes.length).value();
            return print == 0 ? 1 : print;
        }
    }
}
