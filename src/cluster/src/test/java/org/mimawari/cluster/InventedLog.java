package org.mimawari.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** The invented audit log of the benchmarks, and ways to lay it out in files. */
final class InventedLog {

    private static final Path GENERATOR = Path.of("../../bench/AuditLog.java");

    private InventedLog() {}

    static Path of(Path folder, long bytes, String order) throws IOException, InterruptedException {
        Path file = folder.resolve(order + ".ndjson");
        Process made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                GENERATOR.toString(), "--bytes", Long.toString(bytes), "--order", order, "--out", file.toString())
                .inheritIO().start();
        if (made.waitFor() != 0) {
            throw new IOException("the generator failed");
        }
        return file;
    }

    /** Lines from one to another, counted from 0, as a file of their own. */
    static void lines(Path log, int from, int to, Path file) throws IOException {
        try (BufferedReader all = Files.newBufferedReader(log)) {
            List<String> some = all.lines().skip(from).limit(to - from).toList();
            Files.write(file, some, StandardCharsets.UTF_8);
        }
    }

    static void pack(Path file) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(file + ".gz")))) {
            Files.copy(file, out);
        }
        Files.delete(file);
    }
}
