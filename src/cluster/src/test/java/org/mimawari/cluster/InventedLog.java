package org.mimawari.cluster;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** The invented audit log of the benchmarks, and ways to lay it out in files. */
final class InventedLog {

    private static final Path GENERATOR = Path.of("../../bench/AuditLog.java");

    private static final String SIGN_IN = """
            "Operation":"UserLoggedIn","RecordType":15,"Workload":"AzureActiveDirectory","ResultStatus":"Success",\
            "ClientIP":"198.51.100.7\"""";
    private static final String READING = """
            "Operation":"MailItemsAccessed","RecordType":50,"Workload":"Exchange","ClientIPAddress":"198.51.100.7",\
            "ClientInfoString":"Client=REST;","LogonType":0,"MailboxOwnerUPN":"%s",\
            "OperationProperties":[{"Name":"MailAccessType","Value":"Bind"}],\
            "Folders":[{"Path":"Inbox","FolderItems":[{"InternetMessageId":"<%d@x.example>","SizeInBytes":4000}]}]""";
    private static final String RECORD = """
            {"CreationTime":"%s","Id":"00000000-0000-0000-0000-%012d","UserType":0,"UserId":"%s",%s}
            """;

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

    /** A log of which every other record is about one mailbox that a program reads all day long. */
    static Path skewed(Path folder, int records) throws IOException {
        Path file = folder.resolve("skewed.ndjson");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < records; i++) {
                String user = (i % 2 == 0 ? "service" : "p" + i % 97) + "@hinode.example";
                LocalDateTime time = LocalDateTime.of(2026, 3, 2, 0, 0).plusSeconds(i * 7919L % 2_000_000);
                out.write(RECORD.formatted(time, i, user, i % 10 < 3 ? SIGN_IN : READING.formatted(user, i)));
            }
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
