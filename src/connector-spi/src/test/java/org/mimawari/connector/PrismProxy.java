package org.mimawari.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.mimawari.evidence.story.SharedFolder;

/**
 * Prism, the validator of OpenAPI, with a vendor's own description of its API, between a connector and a fake: every
 * request and every answer that does not conform becomes an error.
 */
public final class PrismProxy implements AutoCloseable {

    private static final String PACKAGE = "@stoplight/prism-cli@5.16.0";
    private static final String MAIN = "node_modules/@stoplight/prism-cli/dist/index.js";

    private final Process process;
    private final int port;
    private final Path log;

    private PrismProxy(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** A proxy before the fake; empty where there is none to be had. */
    public static Optional<PrismProxy> before(String specification, String address) throws IOException, InterruptedException {
        Optional<Path> description = SharedFolder.find(specification);
        Optional<Path> prism = prism();
        if (description.isEmpty() || prism.isEmpty()) {
            return Optional.empty();
        }
        int port = freePort();
        Path log = Files.createTempFile("prism", ".log");
        Process process = new ProcessBuilder("node", prism.get().toString(), "proxy", "--errors", "-h", "127.0.0.1", "-p",
                String.valueOf(port), description.get().toString(), address).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
        PrismProxy proxy = new PrismProxy(process, port, log);
        if (!proxy.answers()) {
            proxy.close();
            return Optional.empty();
        }
        return Optional.of(proxy);
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** What Prism found not to conform. */
    public List<String> violations() throws IOException {
        return Files.readAllLines(log).stream().filter(line -> line.contains("Violation")).distinct().toList();
    }

    private static Optional<Path> prism() throws IOException, InterruptedException {
        Path home = Path.of(Optional.ofNullable(System.getenv("PRISM_HOME")).orElse("target/prism"));
        Path main = home.resolve(MAIN);
        if (!Files.exists(main)) {
            try {
                Process npm = new ProcessBuilder("npm", "i", "--silent", "--no-audit", "--no-fund", "--ignore-scripts",
                        "--prefix", home.toString(), PACKAGE).redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
                npm.waitFor(180, TimeUnit.SECONDS);
            } catch (IOException noNpm) {
                return Optional.empty();
            }
        }
        return Files.exists(main) ? Optional.of(main) : Optional.empty();
    }

    private boolean answers() throws InterruptedException {
        for (int i = 0; i < 120 && process.isAlive(); i++) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                return socket.isConnected();
            } catch (IOException notYet) {
                process.waitFor(500, TimeUnit.MILLISECONDS);
            }
        }
        return false;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
