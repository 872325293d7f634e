package org.mimawari.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files of one folder that are written beside their names first, and moved there when all are whole: a full disk leaves
 * what was there before.
 */
final class FilesBeside implements AutoCloseable {

    private final Path folder;
    private final Map<Path, Path> written = new LinkedHashMap<>();

    /** Writes one file. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    FilesBeside(Path folder) {
        this.folder = folder;
    }

    /** @throws ReportException naming the file */
    void file(String name, Content content) throws ReportException {
        Path file = folder.resolve(name);
        Path beside = folder.resolve("." + name + ".new");
        written.put(beside, file);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
            content.write(out);
        } catch (IOException e) {
            throw ReportException.of(file, e);
        }
    }

    /** @throws ReportException naming the file that cannot be replaced */
    void publish() throws ReportException {
        for (Map.Entry<Path, Path> each : written.entrySet()) {
            try {
                Files.move(each.getKey(), each.getValue(), StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw ReportException.of(each.getValue(), e);
            }
        }
        written.clear();
    }

    /** Takes away what was not published. */
    @Override
    public void close() throws ReportException {
        for (Map.Entry<Path, Path> each : written.entrySet()) {
            try {
                Files.deleteIfExists(each.getKey());
            } catch (IOException e) {
                throw ReportException.of(each.getValue(), e);
            }
        }
    }
}
