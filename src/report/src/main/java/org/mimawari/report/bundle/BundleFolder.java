package org.mimawari.report.bundle;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of evidence while it is being filled, then sealed by {@value #MANIFEST}: one line for each file, as
 * {@code sha256sum -c} reads it. Nothing that is there already is written over.
 */
public final class BundleFolder {

    public static final String MANIFEST = "SHA256SUMS";
    public static final String SIGNATURE = "SHA256SUMS.sig";

    private final Path folder;

    /** Writes one file. */
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    private BundleFolder(Path folder) {
        this.folder = folder;
    }

    /** @throws FileAlreadyExistsException where something lies there already */
    public static BundleFolder create(Path folder) throws IOException {
        if (isTaken(folder)) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        Files.createDirectories(folder);
        return new BundleFolder(folder);
    }

    /** True where there is something that is no empty folder. */
    public static boolean isTaken(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Files.exists(folder);
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isPresent();
        }
    }

    /** @param name a relative path that this program chose, such as {@code records/cited.ndjson} */
    public void file(String name, Content content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE))) {
            content.write(out);
        }
    }

    /** Hashes all files, and signs the list of hashes where there is a key: base64 of the bare signature. */
    public void seal(Optional<SigningKey> key) throws IOException {
        StringBuilder manifest = new StringBuilder();
        for (Map.Entry<String, String> file : Hashes.of(folder).entrySet()) {
            manifest.append(file.getValue()).append("  ").append(file.getKey()).append('\n');
        }
        byte[] bytes = manifest.toString().getBytes(StandardCharsets.UTF_8);
        file(MANIFEST, out -> out.write(bytes));
        if (key.isPresent()) {
            byte[] signature = Base64.getEncoder().encode(key.get().sign(bytes));
            file(SIGNATURE, out -> out.write(signature));
        }
    }
}
