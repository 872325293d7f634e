package org.mimawari.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionFailureTest {

    private static final String PLACE = "mail.example:993";

    private static Throwable caused(Throwable outer, Throwable inner) {
        return outer.initCause(inner);
    }

    private static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new ConnectException("Connection refused"), "connection refused by " + PLACE),
                Arguments.of(caused(new IOException(), new ConnectException()), "connection refused by " + PLACE),
                Arguments.of(new UnknownHostException("mail.example"), "unknown host mail.example"),
                Arguments.of(caused(new ConnectException(), new UnresolvedAddressException()),
                        "unknown host mail.example"),
                Arguments.of(new SocketTimeoutException("Read timed out"), "no answer in time from " + PLACE),
                Arguments.of(new InterruptedIOException("timeout"), "no answer in time from " + PLACE),
                Arguments.of(new HttpConnectTimeoutException("x"), "no answer in time from " + PLACE),
                Arguments.of(new ConnectException("Connection timed out"), "no answer in time from " + PLACE),
                Arguments.of(new NoRouteToHostException("No route to host"), "no way through the network to " + PLACE),
                Arguments.of(new ConnectException("Network is unreachable"), "no way through the network to " + PLACE),
                Arguments.of(caused(new SSLHandshakeException("PKIX"),
                        new CertificateException("No name\r\nmatching\u202e")),
                        "the TLS certificate of " + PLACE + " was refused: No name??matching?"),
                Arguments.of(new SSLHandshakeException("no cipher"), "TLS with " + PLACE + " failed: no cipher"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void namesTheFailureAndTheHost(Throwable thrown, String words) {
        assertThat(ConnectionFailure.find(thrown, "mail.example", 993)).contains("unreachable: " + words);
    }

    @Test
    void knowsRefusalsAsLibrariesShowThem() throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String refused = "unreachable: connection refused by 127.0.0.1:" + port;
        try (Socket socket = new Socket("127.0.0.1", port)) {
            assertThat(socket.isConnected()).isFalse();
        } catch (IOException e) {
            assertThat(ConnectionFailure.find(e, "127.0.0.1", port)).contains(refused);
        }
        try {
            HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port)).build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            assertThat(ConnectionFailure.find(e, "127.0.0.1", port)).contains(refused);
        }
    }

    @Test
    void saysNothingOfAConnectionThatStood() {
        assertThat(ConnectionFailure.find(new EOFException(), "mail.example", 993)).isEmpty();
        assertThat(ConnectionFailure.find(new IOException("Connection reset"), "mail.example", 993)).isEmpty();
    }
}
