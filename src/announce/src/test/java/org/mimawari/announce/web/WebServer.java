package org.mimawari.announce.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.mimawari.announce.net.LoopbackCertificate;
import org.mimawari.announce.net.Trust;

/** A web server on loopback that answers everything in one way and remembers what it was sent. */
final class WebServer implements AutoCloseable {

    final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** One request. */
    record Received(String path, String signature, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** How it answers. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private WebServer(HttpServer server, String scheme, Answer answer) {
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            received.add(new Received(exchange.getRequestURI().getPath(),
                    String.valueOf(exchange.getRequestHeaders().getFirst(Signature.HEADER)), exchange.getRequestBody()
                            .readAllBytes()));
            answer.to(exchange);
            exchange.close();
        });
        server.start();
    }

    static WebServer plain(Answer answer) throws IOException {
        return new WebServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), "http",
                answer);
    }

    static WebServer encrypted(LoopbackCertificate certificate, Answer answer) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
        return new WebServer(server, "https", answer);
    }

    static WebServer answering(int status, String... headers) throws IOException {
        return plain(exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        });
    }

    /** It takes the request and says nothing until it is closed. */
    static WebServer silent() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        return plain(exchange -> {
            try {
                never.await();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        });
    }

    Endpoint endpoint() {
        return endpoint(Trust.PLATFORM, Duration.ofSeconds(20));
    }

    Endpoint endpoint(Trust trust, Duration limit) {
        return new Endpoint(URI.create(scheme + "://localhost:" + server.getAddress().getPort() + "/secret-path"),
                trust, limit);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
