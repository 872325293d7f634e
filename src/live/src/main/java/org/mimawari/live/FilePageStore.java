package org.mimawari.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.mimawari.connector.Checkpoints;
import org.mimawari.connector.Fingerprint;

/**
 * Keeps the pages of a round in a folder of its own, which nobody but this user can read, until what it read is safe. A
 * round that was killed before is taken up by the next one within twelve hours, as links to further pages do not live longer; it
 * asks for the same times again, and for nothing that lies in the folder. Names of files come from nothing that a mail
 * system said.
 */
public final class FilePageStore implements PageStore {

    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final String MARK = "round";
    private static final String READ = "read";
    private static final String PAGES = "mimawari-pages";

    private final Path folder;
    private final String identity;

    /** The folder cannot be read or written. */
    public static final class Unusable extends UncheckedIOException {

        private static final long serialVersionUID = 1L;

        private Unusable(String message, IOException cause) {
            super(message, cause);
        }
    }

    /**
     * @param parent where the folder is made; several connectors may share it
     * @param whose the mail system, and in whose name it is read: each has a folder of its own
     * @param asked what is asked for: only the same, behind the same places, is taken up
     */
    public FilePageStore(Path parent, String whose, String asked, Checkpoints places) {
        this.folder = parent.resolve(PAGES + "-" + name(whose));
        this.identity = name(asked + " " + Fingerprint.of(places.sources().stream().sorted().map(source ->
                places.find(source).orElse("")).toArray(String[]::new)));
    }

    /** When the round that is being taken up began, or else now; what cannot be taken up is thrown away. */
    public Instant begin(Instant now) throws IOException {
        Optional<Instant> begun = begun().filter(time -> !time.isAfter(now) && time.plus(LIFETIME).isAfter(now));
        if (begun.isPresent()) {
            return begun.get();
        }
        end();
        Files.createDirectories(folder.toAbsolutePath().getParent());
        makePrivate();
        write(folder.resolve(MARK), (now + " " + identity).getBytes(StandardCharsets.UTF_8));
        return now;
    }

    private void makePrivate() throws IOException {
        boolean isPosix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = isPosix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(
                PosixFilePermissions.fromString("rwx------"))} : new FileAttribute<?>[0];
        Files.createDirectory(folder, owner);
    }

    private Optional<Instant> begun() throws IOException {
        try {
            String[] mark = Files.readString(folder.resolve(MARK)).split(" ", 2);
            return mark.length == 2 && mark[1].equals(identity) ? Optional.of(Instant.parse(mark[0])) : Optional.empty();
        } catch (NoSuchFileException | DateTimeException none) {
            return Optional.empty();
        }
    }

    /** Everything was read; but until that is safe, a round that is killed has all of it here. */
    public void read() throws IOException {
        write(folder.resolve(READ), new byte[0]);
    }

    /** What was read is safe: the pages go, unless a round was broken off. */
    public void settled() throws IOException {
        if (Files.exists(folder.resolve(READ))) {
            end();
        }
    }

    private void end() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    @Override
    public Optional<byte[]> find(String list, int number) {
        try {
            return Optional.of(Files.readAllBytes(file(list, number)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new Unusable("a page that was kept cannot be read", e);
        }
    }

    @Override
    public void keep(String list, int number, byte[] page) {
        try {
            write(file(list, number), page);
        } catch (IOException e) {
            throw new Unusable("a page cannot be kept in " + folder, e);
        }
    }

    @Override
    public void discard(String list) {
        try {
            for (int number = 0; Files.deleteIfExists(file(list, number)); number++) {
                continue;
            }
        } catch (IOException e) {
            throw new Unusable("a page that was kept cannot be deleted", e);
        }
    }

    private Path file(String list, int number) {
        String name = name(list);
        return folder.resolve(name.substring(0, 2)).resolve(name + "-" + number);
    }

    /** Whole or not at all, whenever the process dies. */
    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Path half = file.resolveSibling(file.getFileName() + ".half");
        Files.write(half, bytes);
        try {
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException | FileAlreadyExistsException e) {
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String name(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
