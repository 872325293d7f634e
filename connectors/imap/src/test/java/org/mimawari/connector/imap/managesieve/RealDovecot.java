package org.mimawari.connector.imap.managesieve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Debian's Dovecot 2.3 with Pigeonhole on a loopback port, its whole state in one folder that goes away with it. */
final class RealDovecot implements AutoCloseable {

    private static final String CONFIGURATION = """
            base_dir = %1$s/run
            log_path = /dev/stderr
            protocols = sieve
            ssl = required
            ssl_cert = <%1$s/cert.pem
            ssl_key = <%1$s/key.pem
            first_valid_uid = 1
            auth_mechanisms = plain
            auth_master_user_separator = *
            auth_failure_delay = 0
            passdb {
              driver = passwd-file
              args = %1$s/masters
              master = yes
              result_success = continue
            }
            passdb {
              driver = passwd-file
              args = %1$s/users
            }
            userdb {
              driver = static
              args = uid=nobody gid=nogroup home=%1$s/home/%%u
            }
            mail_location = maildir:~/Maildir
            plugin {
              sieve = file:~/sieve;active=~/.dovecot.sieve
            }
            service managesieve-login {
              inet_listener sieve {
                address = 127.0.0.1
                port = %2$d
              }
            }
            """;

    private final Path folder;
    private final Process process;
    private final int port;

    private RealDovecot(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /** Why it cannot be started here; empty where it can. */
    static Optional<String> missing() throws IOException {
        if (!Files.isExecutable(Path.of("/usr/sbin/dovecot")) || !Files.isExecutable(Path.of("/usr/lib/dovecot/managesieve"))) {
            return Optional.of("dovecot with managesieve is not installed (dovecot-core, dovecot-managesieved)");
        }
        Process version = new ProcessBuilder("/usr/sbin/dovecot", "--version").start();
        String text = new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!text.startsWith("2.3.")) {
            return Optional.of("this test's configuration is for dovecot 2.3, not " + text.strip());
        }
        return System.getProperty("user.name").equals("root") ? Optional.empty() : Optional.of("dovecot is started by root only");
    }

    static RealDovecot start(String mailbox, String password) throws IOException, GeneralSecurityException {
        Path folder = Files.createTempDirectory("real-dovecot");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        int port = freePort();
        write(folder, "dovecot.conf", CONFIGURATION.formatted(folder, port));
        write(folder, "users", mailbox + ":{PLAIN}" + password + "\n");
        write(folder, "masters", "scan-admin:{PLAIN}" + password + "-master\n");
        pem(folder);
        Process process = new ProcessBuilder("/usr/sbin/dovecot", "-F", "-c", folder.resolve("dovecot.conf").toString())
                .redirectErrorStream(true).start();
        RealDovecot dovecot = new RealDovecot(folder, process, port);
        dovecot.awaitStart();
        return dovecot;
    }

    int port() {
        return port;
    }

    Path home(String mailbox) {
        return folder.resolve("home").resolve(mailbox);
    }

    /** Puts scripts where Pigeonhole keeps them; the active one is linked to. */
    void scripts(String mailbox, String active, TreeMap<String, String> texts) throws IOException {
        Path scripts = Files.createDirectories(home(mailbox).resolve("sieve"));
        for (String name : texts.keySet()) {
            Files.writeString(scripts.resolve(name + ".sieve"), texts.get(name));
        }
        Files.createSymbolicLink(home(mailbox).resolve(".dovecot.sieve"), Path.of("sieve", active + ".sieve"));
        UserPrincipalLookupService users = folder.getFileSystem().getUserPrincipalLookupService();
        try (Stream<Path> all = Files.walk(folder.resolve("home"))) {
            for (Path each : all.toList()) {
                Files.setAttribute(each, "posix:owner", users.lookupPrincipalByName("nobody"), LinkOption.NOFOLLOW_LINKS);
            }
        }
        for (String name : texts.keySet()) {
            Files.setLastModifiedTime(scripts.resolve(name + ".sieve"), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        }
    }

    /** Every script and link below the mailbox's home: name, contents or target, and time of change. */
    List<String> state(String mailbox) throws IOException {
        try (Stream<Path> all = Files.walk(home(mailbox))) {
            List<Path> files = all.filter(each -> Files.isSymbolicLink(each) || Files.isRegularFile(each)).sorted().toList();
            TreeMap<String, String> state = new TreeMap<>();
            for (Path each : files) {
                String contents = Files.isSymbolicLink(each) ? "-> " + Files.readSymbolicLink(each) : Files.readString(each);
                state.put(each.toString(), contents + " " + Files.getLastModifiedTime(each, LinkOption.NOFOLLOW_LINKS));
            }
            return state.entrySet().stream().map(Object::toString).toList();
        }
    }

    private void awaitStart() throws IOException {
        BufferedReader log = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            said.append(line).append('\n');
            if (line.contains("starting up")) {
                Thread drain = new Thread(() -> log.lines().forEach(any -> { }), "dovecot-log");
                drain.setDaemon(true);
                drain.start();
                return;
            }
        }
        throw new IOException("dovecot did not start: " + said);
    }

    private static void pem(Path folder) throws IOException, GeneralSecurityException {
        KeyStore store = LoopbackTls.store();
        Base64.Encoder base64 = Base64.getMimeEncoder(64, new byte[] {'\n'});
        write(folder, "cert.pem", "-----BEGIN CERTIFICATE-----\n"
                + base64.encodeToString(store.getCertificate("loopback").getEncoded()) + "\n-----END CERTIFICATE-----\n");
        write(folder, "key.pem", "-----BEGIN PRIVATE KEY-----\n"
                + base64.encodeToString(store.getKey("loopback", LoopbackTls.PASSWORD).getEncoded())
                + "\n-----END PRIVATE KEY-----\n");
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
