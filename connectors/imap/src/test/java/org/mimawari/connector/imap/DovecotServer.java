package org.mimawari.connector.imap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real Dovecot on loopback, with mail written into its Maildirs; where the machine has none, tests are skipped. */
final class DovecotServer implements AutoCloseable {

    static final String PASSWORD = "correct-horse";
    static final String MASTER = "scan-admin";
    static final String MASTER_PASSWORD = "battery-staple";

    private final Path folder;
    private final Process process;
    private final int imap;
    private final int imaps;

    private DovecotServer(Path folder, Process process, int imap, int imaps) {
        this.folder = folder;
        this.process = process;
        this.imap = imap;
        this.imaps = imaps;
    }

    /** Skips the test, with the reason, where Dovecot cannot be run. */
    static void assumePresent() {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/sbin/dovecot")), "skipped: there is no /usr/sbin/dovecot");
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "skipped: there is no openssl");
        Assumptions.assumeTrue(System.getProperty("user.name").equals("root"), "skipped: Dovecot must be started as root");
    }

    /** Skips a test whose configuration is written as 2.3 has it. */
    static void assumeOld() throws IOException {
        Process version = new ProcessBuilder("/usr/sbin/dovecot", "--version").start();
        String text = new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Assumptions.assumeTrue(text.startsWith("2.3."), "skipped: this configuration is for Dovecot 2.3, not " + text.strip());
    }

    /** Writes one message; {@code place} is for example {@code cur} or {@code .Sent/cur}. */
    static void store(Path folder, String mailbox, String place, Map<String, String> messages) throws IOException {
        Path maildir = folder.resolve("mail").resolve(mailbox).resolve("Maildir");
        for (String part : List.of("cur", "new", "tmp")) {
            Files.createDirectories(maildir.resolve(part));
            Files.createDirectories(maildir.resolve(place).resolveSibling(part));
        }
        for (Map.Entry<String, String> message : new TreeMap<>(messages).entrySet()) {
            Files.writeString(maildir.resolve(place).resolve(message.getKey()), message.getValue().replace("\r\n", "\n"));
        }
    }

    static DovecotServer start(Path folder, List<String> mailboxes, String rights) throws IOException {
        return start(folder, mailboxes, rights, "");
    }

    /** @param masterFields further fields of the master user's entry, as a passwd-file has them */
    static DovecotServer start(Path folder, List<String> mailboxes, String rights, String masterFields) throws IOException {
        StringBuilder accounts = new StringBuilder();
        mailboxes.forEach(mailbox -> accounts.append(mailbox).append(':').append(PASSWORD).append('\n'));
        Files.writeString(folder.resolve("accounts"), accounts);
        Files.writeString(folder.resolve("masters"), MASTER + ":" + MASTER_PASSWORD + masterFields + "\n");
        int imap = freePort();
        int imaps = freePort();
        Path script = Path.of("src/test/resources/dovecot/start.sh").toAbsolutePath();
        Process process = new ProcessBuilder("bash", script.toString(), folder.toString(), String.valueOf(imap),
                String.valueOf(imaps), rights).redirectErrorStream(true)
                .redirectOutput(folder.resolve("start.log").toFile()).start();
        DovecotServer server = new DovecotServer(folder, process, imap, imaps);
        server.awaitPort();
        return server;
    }

    int imap() {
        return imap;
    }

    int imaps() {
        return imaps;
    }

    long pid() {
        return process.pid();
    }

    Path authority() {
        return folder.resolve("tls/ca.pem");
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("dovecot.log"), StandardCharsets.UTF_8);
    }

    /** Every file of every mailbox with its time and contents, but for the server's own indexes and caches. */
    Map<String, String> state() throws IOException {
        Map<String, String> state = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("mail"))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                boolean own = name.startsWith("dovecot.index") || name.startsWith("dovecot.list.index")
                        || name.startsWith("dovecot-uid") || name.equals("dovecot-acl-list")
                        || name.startsWith("dovecot.mailbox");
                if (!own) {
                    state.put(file.toString(), Files.isDirectory(file) ? "folder"
                            : Files.getLastModifiedTime(file) + " " + Files.readString(file).hashCode());
                }
            }
        }
        return state;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitPort() throws IOException {
        for (int i = 0; i < 200 && process.isAlive(); i++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), imaps).close();
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
        throw new IOException("Dovecot did not start: " + Files.readString(folder.resolve("start.log")));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings for {@link Scans}. */
    SignInWay owner() {
        return new SignInWay(Optional.empty(), Optional.empty(), Optional.of(PASSWORD), Optional.empty(), false);
    }

    SignInWay master(Optional<String> separator) {
        return new SignInWay(Optional.of(MASTER), separator, Optional.of(MASTER_PASSWORD), Optional.empty(), false);
    }
}
