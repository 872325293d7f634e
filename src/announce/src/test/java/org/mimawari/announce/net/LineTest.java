package org.mimawari.announce.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class LineTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void triesEveryAddressOfAHost() throws IOException {
        InetAddress last = Arrays.stream(InetAddress.getAllByName("localhost")).reduce((a, b) -> b).orElseThrow();
        try (ServerSocket server = bound(last); Line line = Line.open("localhost", server.getLocalPort(), LONG)) {
            assertThat(line.socket().getInetAddress().getAddress()).isEqualTo(last.getAddress());
        }
    }

    @Test
    void endsAConversationThatNeverEnds() throws IOException {
        try (ServerSocket server = bound(InetAddress.getByName("127.0.0.1"))) {
            Thread endless = new Thread(() -> talk(server));
            endless.setDaemon(true);
            endless.start();
            try (Line line = Line.open("127.0.0.1", server.getLocalPort(), Duration.ofMillis(300))) {
                assertThatThrownBy(() -> line.socket().getInputStream().readNBytes(Integer.MAX_VALUE - 8))
                        .isInstanceOf(IOException.class)
                        .satisfies(e -> assertThat(line.reason(e)).startsWith("it took longer"));
            }
        }
    }

    @Test
    void namesWhyThereIsNoConnection() throws IOException {
        int port;
        try (ServerSocket free = bound(InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        assertThatThrownBy(() -> Line.open("127.0.0.1", port, Duration.ofSeconds(5)))
                .satisfies(e -> assertThat(Line.failure("it was not taken", e, "127.0.0.1", port))
                        .isEqualTo("unreachable: connection refused by 127.0.0.1:" + port));
        assertThat(Line.failure("it was not taken", new UnknownHostException("nowhere.test"), "nowhere.test", 25))
                .isEqualTo("unreachable: unknown host nowhere.test");
        assertThat(Line.failure("it was not taken", new IOException("broken pipe"), "relay.test", 25))
                .isEqualTo("it was not taken: broken pipe");
    }

    /** A byte at a time, each in time for a limit on single reads. */
    private static void talk(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.setTcpNoDelay(true);
            while (true) {
                socket.getOutputStream().write('x');
                Thread.onSpinWait();
            }
        } catch (IOException ended) {
            return;
        }
    }

    private static ServerSocket bound(InetAddress address) {
        try {
            return new ServerSocket(0, 5, address);
        } catch (IOException e) {
            return Assumptions.abort("skipped: this machine cannot listen on " + address);
        }
    }
}
