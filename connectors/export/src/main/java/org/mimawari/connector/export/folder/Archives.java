package org.mimawari.connector.export.folder;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mimawari.connector.export.Unpacking;

/**
 * Opens archives as folders for as long as they are read: zip in place, tar (packed or not) unpacked into a folder of
 * its own that only the owner may read and that is gone afterwards. Recognises them by content; office documents and
 * programs, which are zip files too, are none.
 */
final class Archives implements AutoCloseable {

    private static final int HEAD = 512;
    private static final List<String> DOCUMENTS = List.of("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF");

    private final Deque<Closeable> open = new ArrayDeque<>();

    /** The folder an archive is; empty where the file is no archive. */
    Optional<Path> folder(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
            return zip(file);
        }
        boolean packed = startsWith(head, 0x1F, 0x8B) || startsWith(head, 0x28, 0xB5, 0x2F, 0xFD);
        return packed && isTar(unpackedHead(file)) || isTar(head) ? Optional.of(tar(file)) : Optional.empty();
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (IOException leftBehind) {
                // What is left of a temporary folder must not hide what was found.
                continue;
            }
        }
    }

    private Optional<Path> zip(Path file) throws IOException {
        FileSystem system;
        try {
            system = zipSystem(file);
        } catch (ProviderNotFoundException noArchive) {
            return Optional.empty();
        }
        Path root = system.getPath("/");
        if (DOCUMENTS.stream().anyMatch(name -> Files.exists(root.resolve(name)))) {
            system.close();
            return Optional.empty();
        }
        open.push(system);
        return Optional.of(root);
    }

    /** Windows in Japan writes the names in its own code page and does not say so. */
    private static FileSystem zipSystem(Path file) throws IOException {
        try {
            return FileSystems.newFileSystem(file, Map.of());
        } catch (IllegalArgumentException | IOException names) {
            return FileSystems.newFileSystem(file, Map.of("encoding", "windows-31j"));
        }
    }

    private Path tar(Path file) throws IOException {
        Path folder = Files.createTempDirectory("mimawari-archive-");
        open.push(() -> delete(folder));
        try (InputStream in = Unpacking.open(file)) {
            new TarFile(in).unpack(folder);
        }
        return folder;
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> inside = Files.walk(folder)) {
            inside.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }

    private static byte[] unpackedHead(Path file) throws IOException {
        try (InputStream in = Unpacking.open(file)) {
            return in.readNBytes(HEAD);
        } catch (IOException brokenPack) {
            return new byte[0];
        }
    }

    private static boolean isTar(byte[] head) {
        return head.length == HEAD && new String(head, 257, 5, StandardCharsets.US_ASCII).equals("ustar");
    }

    private static boolean startsWith(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 255) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
