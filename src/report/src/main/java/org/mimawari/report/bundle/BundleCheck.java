package org.mimawari.report.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compares a bundle with its manifest. */
public final class BundleCheck {

    private static final int HASH = 64;
    private static final long LONGEST_SEAL = 64L << 20;

    /** What is wrong, and with which file. */
    public record Deviation(Kind kind, String file) {

        /** How a file differs from the manifest; {@code BAD_SIGNATURE} is about the manifest itself. */
        public enum Kind { CHANGED, MISSING, ADDED, BAD_SIGNATURE, NOT_SIGNED, MALFORMED }
    }

    private BundleCheck() {}

    /** True where there is a manifest to compare with. */
    public static boolean isBundle(Path folder) {
        return Files.isRegularFile(folder.resolve(BundleFolder.MANIFEST));
    }

    /** True where the manifest is signed. */
    public static boolean isSigned(Path folder) {
        return Files.exists(folder.resolve(BundleFolder.SIGNATURE));
    }

    /**
     * Everything that differs, by name of file; nothing where the bundle is as it was sealed.
     *
     * @param publicKey the signer's public key in PEM; without one a signature is not looked at
     */
    public static List<Deviation> deviations(Path folder, Optional<String> publicKey) throws IOException {
        List<Deviation> deviations = new ArrayList<>();
        byte[] manifest = small(folder.resolve(BundleFolder.MANIFEST));
        if (publicKey.isPresent()) {
            signature(folder, manifest, publicKey.get()).ifPresent(kind ->
                    deviations.add(new Deviation(kind, BundleFolder.MANIFEST)));
        }
        SortedMap<String, String> expected = new TreeMap<>();
        for (String line : new String(manifest, StandardCharsets.UTF_8).lines().toList()) {
            if (line.length() > HASH + 2 && line.startsWith("  ", HASH)) {
                expected.put(line.substring(HASH + 2), line.substring(0, HASH));
            } else {
                deviations.add(new Deviation(Deviation.Kind.MALFORMED, BundleFolder.MANIFEST));
            }
        }
        compare(expected, Hashes.of(folder), deviations);
        return deviations;
    }

    private static void compare(SortedMap<String, String> expected, SortedMap<String, String> found,
            List<Deviation> deviations) {
        SortedMap<String, Deviation.Kind> kinds = new TreeMap<>();
        expected.forEach((name, hash) -> {
            if (!found.containsKey(name)) {
                kinds.put(name, Deviation.Kind.MISSING);
            } else if (!found.get(name).equals(hash)) {
                kinds.put(name, Deviation.Kind.CHANGED);
            }
        });
        found.keySet().stream().filter(name -> !expected.containsKey(name))
                .forEach(name -> kinds.put(name, Deviation.Kind.ADDED));
        for (Map.Entry<String, Deviation.Kind> each : kinds.entrySet()) {
            deviations.add(new Deviation(each.getValue(), each.getKey()));
        }
    }

    private static Optional<Deviation.Kind> signature(Path folder, byte[] manifest, String publicKey) throws IOException {
        if (!isSigned(folder)) {
            return Optional.of(Deviation.Kind.NOT_SIGNED);
        }
        try {
            byte[] signed = Base64.getMimeDecoder().decode(small(folder.resolve(BundleFolder.SIGNATURE)));
            return SigningKey.verifies(publicKey, manifest, signed) ? Optional.empty()
                    : Optional.of(Deviation.Kind.BAD_SIGNATURE);
        } catch (IllegalArgumentException e) {
            return Optional.of(Deviation.Kind.BAD_SIGNATURE);
        }
    }

    private static byte[] small(Path file) throws IOException {
        if (Files.size(file) > LONGEST_SEAL) {
            throw new IOException(file.getFileName() + " is larger than any seal");
        }
        return Files.readAllBytes(file);
    }
}
