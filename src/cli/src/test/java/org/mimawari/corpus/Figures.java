package org.mimawari.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints the table of a set, and keeps it in {@code target/corpus} for whoever compares two builds. */
final class Figures {

    private static final System.Logger LOG = System.getLogger(Figures.class.getName());
    private static final Path FOLDER = Path.of("target/corpus");

    private Figures() {}

    static void print(String set, String table) throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(set.replaceAll("[^A-Za-z0-9-]+", "-") + ".txt"), table + "\n");
        LOG.log(System.Logger.Level.INFO, set + "\n" + table);
    }
}
