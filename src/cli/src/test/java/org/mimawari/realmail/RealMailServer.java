package org.mimawari.realmail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Debian's Dovecot 2.3, Pigeonhole and Postfix on loopback, their whole state in one folder that goes away with them. */
final class RealMailServer implements AutoCloseable {

    static final String PASSWORD = "correct-horse";
    static final String MASTER = "scan-admin";
    static final String MASTER_PASSWORD = "battery-staple";
    private static final List<String> PORTS =
            List.of("IMAPS", "IMAP_FROM", "SIEVE", "SIEVE_FROM", "LMTP", "SUBMISSION", "MX");
    private static final List<String> PROGRAMS = List.of("/usr/sbin/dovecot", "/usr/lib/dovecot/managesieve",
            "/usr/lib/dovecot/lmtp", "/usr/sbin/postfix", "/usr/bin/openssl", "/usr/bin/bash");

    private final Path folder;
    private final OutsideWorld outside;
    private final Map<String, Integer> ports = new TreeMap<>();

    private RealMailServer(Path folder, OutsideWorld outside) {
        this.folder = folder;
        this.outside = outside;
    }

    /** Why it cannot be started here; empty where it can. */
    static Optional<String> missing() throws IOException {
        for (String program : PROGRAMS) {
            if (!Files.isExecutable(Path.of(program))) {
                return Optional.of("skipped: there is no " + program
                        + " (dovecot-imapd, dovecot-managesieved, dovecot-lmtpd, dovecot-sieve, postfix, openssl)");
            }
        }
        Process version = new ProcessBuilder("/usr/sbin/dovecot", "--version").start();
        String text = new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!text.startsWith("2.3.")) {
            return Optional.of("skipped: this configuration is for Dovecot 2.3, not " + text.strip());
        }
        return System.getProperty("user.name").equals("root") ? Optional.empty()
                : Optional.of("skipped: mail servers must be started as root");
    }

    /** A folder for mail, before the servers start. */
    static RealMailServer prepare() throws IOException {
        Path folder = Files.createTempDirectory("mimawari-mail");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new RealMailServer(folder, new OutsideWorld());
    }

    void start(String domain, List<String> mailboxes) throws IOException, InterruptedException {
        for (String name : PORTS) {
            ports.put(name, freePort());
        }
        ports.put("OUTSIDE", outside.port());
        write("ports", ports.entrySet().stream().map(Object::toString).toList());
        write("accounts", mailboxes.stream().map(mailbox -> mailbox + ":" + PASSWORD).toList());
        write("masters", List.of(MASTER + ":" + MASTER_PASSWORD));
        script("start.sh", folder.toString(), domain);
        for (String name : PORTS) {
            awaitPort(ports.get(name));
        }
    }

    /** Puts a message into a Maildir; INBOX is the empty name. */
    void store(String mailbox, String folderName, String file, String message) throws IOException {
        Path maildir = folder.resolve("mail").resolve(mailbox).resolve("Maildir");
        Path place = folderName.equals("INBOX") ? maildir : maildir.resolve("." + folderName);
        for (String part : List.of("cur", "new", "tmp")) {
            Files.createDirectories(place.resolve(part));
        }
        Files.writeString(place.resolve("cur").resolve(file + ":2,S"), message.replace("\r\n", "\n"));
    }

    int port(String name) {
        return ports.getOrDefault(name, 0);
    }

    Path authority() {
        return folder.resolve("tls/ca.pem");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    /** What Dovecot has logged so far. */
    List<String> log() throws IOException {
        return Files.readAllLines(logs().resolve("dovecot.log"));
    }

    Path configuration() {
        return folder.resolve("dovecot.conf");
    }

    Path mail() {
        return folder.resolve("mail");
    }

    SSLSocketFactory trust() throws IOException {
        try (var in = Files.newInputStream(authority())) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** Waits until Postfix has handed on everything. */
    void awaitEmptyQueue() throws IOException, InterruptedException {
        for (int i = 0; i < 600 && !isQueueEmpty(); i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        if (!isQueueEmpty()) {
            throw new IOException("mail is still queued after two minutes");
        }
    }

    private boolean isQueueEmpty() throws IOException {
        for (String queue : List.of("incoming", "active", "deferred", "maildrop")) {
            try (Stream<Path> files = Files.walk(folder.resolve("queue").resolve(queue))) {
                if (files.anyMatch(Files::isRegularFile)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        outside.close();
        try {
            if (!ports.isEmpty()) {
                script("stop.sh", folder.toString());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    /** Runs a script that lies beside the tests' resources. */
    private void script(String name, String... arguments) throws IOException, InterruptedException {
        Path script = Path.of("src/test/resources/realmail", name).toAbsolutePath();
        List<String> command = new ArrayList<>(List.of("bash", script.toString()));
        command.addAll(List.of(arguments));
        Path output = folder.resolve(name + ".log");
        int code = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();
        if (code != 0) {
            throw new IOException(name + " ended with " + code + ": " + Files.readString(output));
        }
    }

    private void write(String name, List<String> lines) throws IOException {
        Files.write(folder.resolve(name), lines);
    }

    private static void awaitPort(int port) throws IOException {
        for (int i = 0; i < 100; i++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
        throw new IOException("port " + port + " did not open");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
