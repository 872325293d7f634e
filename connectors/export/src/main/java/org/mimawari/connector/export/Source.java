package org.mimawari.connector.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mimawari.evidence.MailboxAddress;

/**
 * One file of exported evidence.
 *
 * @param name how reports cite it: the path below the folder that was given
 * @param owner the mailbox whose folder it lies in, where a parent folder is named by an address
 * @param folders names of the folders from the mailbox down to the file, outermost first
 * @param start where to begin reading
 */
public record Source(Path path, String name, Optional<MailboxAddress> owner, List<String> folders, Start start) {

    /**
     * Behind a line that was read in an earlier round, or that another program reads.
     *
     * @param offset bytes to pass over, of a file that is not packed
     * @param lines how many lines these are
     * @param end where to stop, behind a line; beyond the file where it is read to its end
     */
    public record Start(long offset, long lines, long end) {
        public static final Start BEGINNING = new Start(0, 0);

        public Start(long offset, long lines) {
            this(offset, lines, Long.MAX_VALUE);
        }

        /** True where bytes are passed over or left, so that the file must be one whose bytes are its records. */
        public boolean isInside() {
            return offset > 0 || end < Long.MAX_VALUE;
        }
    }

    private static final Pattern TABLE = Pattern.compile("(?i)\\.(csv|tsv|txt)(\\.gz|\\.zst)?$");

    public Source {
        folders = List.copyOf(folders);
    }

    public Source(Path path, String name, Optional<MailboxAddress> owner, List<String> folders) {
        this(path, name, owner, folders, Start.BEGINNING);
    }

    /** The same file, to be read on from there. */
    public Source from(Start other) {
        return new Source(path, name, owner, folders, other);
    }

    /**
     * Opens it unpacked ({@code .gz}, {@code .zst} by content) and as UTF-8, as {@link TextStream} brings it; where it
     * only carries records of another format, these, as {@link Carriers} finds them.
     */
    public InputStream open() throws IOException {
        if (!start.isInside()) {
            return Carriers.unwrapped(TextStream.utf8(Unpacking.open(path), TABLE.matcher(name).find()));
        }
        InputStream in = Files.newInputStream(path);
        try {
            in.skipNBytes(start.offset());
            return start.end() == Long.MAX_VALUE ? in : new Stretch(in, start.end() - start.offset());
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** True where the file's own bytes are its records: it is not packed, and carries nothing else. */
    public boolean isPlainJson() {
        try (InputStream in = Files.newInputStream(path)) {
            return in.read() == '{' && !Carriers.isOne(path);
        } catch (IOException e) {
            return false;
        }
    }

    /** Opens it unpacked, byte for byte. */
    public InputStream openRaw() throws IOException {
        return Unpacking.open(path);
    }

    /** When the file was last written; the epoch where the file system does not tell. */
    public Instant modified() {
        try {
            return Files.getLastModifiedTime(path).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    public Preview preview() throws IOException {
        try (InputStream in = from(Start.BEGINNING).open()) {
            byte[] block = new byte[Preview.SIZE];
            PatientInput patient = new PatientInput(in);
            byte[] bytes = Arrays.copyOf(block, patient.fill(block, 0));
            if (bytes.length == 0) {
                patient.check();
            }
            return new Preview(path.getFileName().toString(), bytes, new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
