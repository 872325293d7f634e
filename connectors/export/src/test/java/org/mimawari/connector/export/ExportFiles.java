package org.mimawari.connector.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes small files for tests of readers and hands them out as sources. */
public final class ExportFiles {

    private final Path folder;

    public ExportFiles(Path folder) {
        this.folder = folder;
    }

    public Source file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public Source file(String name, byte[] content) {
        try {
            Path path = folder.resolve(name);
            Files.createDirectories(path.getParent());
            return new Source(Files.write(path, content), name, Optional.empty(), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the sources with one reader and gives what it delivered. */
    public static RecordingSink read(FormatReader reader, Source... sources) {
        RecordingSink sink = new RecordingSink();
        reader.read(List.of(sources), sink);
        return sink;
    }

    public static int recognises(FormatReader reader, Source source) {
        try {
            return reader.recognises(source.preview());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
