package org.mimawari.report.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The SHA-256 hashes of the files of a bundle, by their names; links are not followed. */
final class Hashes {

    private static final int BLOCK = 64 * 1024;
    private static final List<String> OF_THE_SEAL = List.of(BundleFolder.MANIFEST, BundleFolder.SIGNATURE);

    private Hashes() {}

    /** All but the manifest and its signature; what is no regular file has the hash {@code -}. */
    static SortedMap<String, String> of(Path folder) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) && !OF_THE_SEAL.contains(name)) {
                    hashes.put(name, Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? of(file, sha256()) : "-");
                }
            }
        }
        return hashes;
    }

    private static String of(Path file, MessageDigest digest) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] block = new byte[BLOCK];
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                digest.update(block, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
