package org.mimawari.simulator.graph;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Serves a tenant on loopback: the login of the cloud and Graph, on one port. Safe for several threads. */
public final class FakeGraph implements AutoCloseable {

    static {
        // Else every answer waits for the reader's delayed acknowledgement: 40 ms each.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final int MOST_REMEMBERED = 100_000;
    private static final int THREADS = 96;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "fake-graph");
        thread.setDaemon(true);
        return thread;
    });
    private final GraphLogin login = new GraphLogin();
    private final GraphLists lists;
    private final List<GraphFault> faults = new CopyOnWriteArrayList<>();
    private final List<GraphRequest> requests = new ArrayList<>();
    private final AtomicLong number = new AtomicLong();

    private FakeGraph(GraphTenant tenant, GraphAccess access, int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
        lists = new GraphLists(tenant, access, address());
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Serves the tenant on a free port. */
    public static FakeGraph of(GraphTenant tenant, GraphAccess access) {
        try {
            return new FakeGraph(tenant, access, 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no port of this machine could be opened", e);
        }
    }

    /** Scheme, host and port. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on this may go wrong too; the last that was added is asked first. */
    public FakeGraph with(GraphFault fault) {
        faults.add(0, fault);
        return this;
    }

    /** From now on links name this address instead of the fake's own, as behind a proxy. */
    public FakeGraph seenAs(String other) {
        lists.seenAs(other);
        return this;
    }

    /** The login, to change what it thinks of a client. */
    public GraphLogin login() {
        return login;
    }

    /** What was asked so far of Graph, oldest first; the login is not in it. */
    public List<GraphRequest> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = GraphRequest.decoded(exchange.getRequestURI().getRawPath()).substring(1);
            boolean graph = path.startsWith("v1.0/") || path.startsWith("beta/") || path.startsWith("adminapi/");
            send(exchange, graph ? answer(exchange, path, body) : login.answer(path, body));
        }
    }

    private GraphReply answer(HttpExchange exchange, String path, String body) {
        GraphRequest request = new GraphRequest(exchange.getRequestMethod(), path,
                GraphRequest.query(Optional.ofNullable(exchange.getRequestURI().getRawQuery())),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")), body, number.incrementAndGet());
        synchronized (requests) {
            if (requests.size() < MOST_REMEMBERED) {
                requests.add(request);
            }
        }
        GraphReply usual = login.isValid(request.authorization()) ? lists.answer(request)
                : GraphReply.error(401, "InvalidAuthenticationToken", "Lifetime validation failed, the token is expired.");
        return faults.stream().flatMap(fault -> fault.instead(request, usual).stream()).findFirst().orElse(usual);
    }

    private static void send(HttpExchange exchange, GraphReply reply) throws IOException {
        if (!reply.delay().isZero()) {
            LockSupport.parkNanos(reply.delay().toNanos());
        }
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        if (!reply.headers().containsKey("request-id")) {
            exchange.getResponseHeaders().set("request-id", "00000000-0000-4000-8000-000000000001");
        }
        byte[] body = reply.body();
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        int length = reply.cutTo() < 0 ? body.length : Math.min(reply.cutTo(), body.length);
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, length);
        out.flush();
        if (length == body.length) {
            out.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
