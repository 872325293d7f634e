package org.mimawari.evidence.story;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Third-party samples that may lie beside the project; tests that use them are skipped, with a reason, where they do not. */
public final class SharedFolder {

    public static final String MISSING = "skipped: there is no folder 'shared' with sample data beside the project";

    private SharedFolder() {}

    /** The file or folder below {@code shared}, where it is there. */
    public static Optional<Path> find(String relative) {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path candidate = up.resolve("shared").resolve(relative);
            if (Files.exists(up.resolve("shared").resolve("corpora")) && Files.exists(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
