package org.mimawari.connector.imap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real Cyrus on loopback with its Sieve server; where the machine has none, tests are skipped. */
final class CyrusServer implements AutoCloseable {

    static final String PASSWORD = "correct-horse";
    static final String MASTER = "scan-admin";
    static final String MASTER_PASSWORD = "battery-staple";

    private final Path folder;
    private final Process process;
    private final int imaps;
    private final int sieve;

    private CyrusServer(Path folder, Process process, int imaps, int sieve) {
        this.folder = folder;
        this.process = process;
        this.imaps = imaps;
        this.sieve = sieve;
    }

    /** Skips the test, with the reason, where Cyrus cannot be run. */
    static void assumePresent() {
        boolean imapd = Stream.of("/usr/lib/cyrus/bin/imapd", "/opt/cyrus-imapd/usr/lib/cyrus/bin/imapd").map(Path::of)
                .anyMatch(Files::isExecutable);
        Assumptions.assumeTrue(imapd && Files.isExecutable(Path.of("/usr/lib/cyrus/bin/master")),
                "skipped: there is no Cyrus (cyrus-common, cyrus-imapd)");
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/sbin/saslpasswd2")),
                "skipped: there is no saslpasswd2 (sasl2-bin)");
        Assumptions.assumeTrue(System.getProperty("user.name").equals("root"), "skipped: Cyrus must be started as root");
    }

    static CyrusServer start(Path folder, List<String> names) throws IOException {
        Files.write(folder.resolve("accounts"), names.stream().map(name -> name + ":" + PASSWORD).toList());
        Files.write(folder.resolve("masters"), List.of(MASTER + ":" + MASTER_PASSWORD));
        int imaps = freePort();
        int sieve = freePort();
        Path script = Path.of("src/test/resources/cyrus/start.sh").toAbsolutePath();
        Process process = new ProcessBuilder("bash", script.toString(), folder.toString(), String.valueOf(imaps),
                String.valueOf(sieve)).redirectErrorStream(true).redirectOutput(folder.resolve("start.log").toFile()).start();
        CyrusServer server = new CyrusServer(folder, process, imaps, sieve);
        server.awaitPort(imaps);
        server.awaitPort(sieve);
        return server;
    }

    int imaps() {
        return imaps;
    }

    int sieve() {
        return sieve;
    }

    Path authority() {
        return folder.resolve("tls/ca.pem");
    }

    /** Every message and script with its time and size; flags lie in {@code cyrus.index}, and are compared by IMAP. */
    Map<String, String> state() throws IOException {
        Map<String, String> state = new TreeMap<>();
        for (String part : List.of("mail", "cyrus/sieve")) {
            try (Stream<Path> files = Files.walk(folder.resolve(part))) {
                for (Path file : files.toList()) {
                    if (!file.getFileName().toString().startsWith("cyrus.")) {
                        state.put(file.toString(), Files.isDirectory(file) ? "folder"
                                : Files.getLastModifiedTime(file) + " " + Files.size(file));
                    }
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

    private void awaitPort(int port) throws IOException {
        for (int i = 0; i < 200 && process.isAlive(); i++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
        throw new IOException("Cyrus did not start: " + Files.readString(folder.resolve("start.log")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
