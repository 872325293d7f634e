package org.mimawari.simulator.google;

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
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves an organisation on loopback: the token server and Google's APIs, on one port. Safe for several threads. */
public final class FakeWorkspace implements AutoCloseable {

    static {
        // Else every answer waits for the reader's delayed acknowledgement: 40 ms each.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** The administrator that may be asked in the name of. */
    public static final String ADMIN = "admin@kogane.example";

    private static final int MOST_REMEMBERED = 100_000;
    private static final int THREADS = 32;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "fake-workspace");
        thread.setDaemon(true);
        return thread;
    });
    private final WorkspaceTokens tokens;
    private final WorkspaceLists lists;
    private final List<WorkspaceFault> faults = new CopyOnWriteArrayList<>();
    private final List<WorkspaceRequest> requests = new ArrayList<>();

    private FakeWorkspace(StoredWorkspace stored) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        tokens = new WorkspaceTokens(stored);
        lists = new WorkspaceLists(stored);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Serves the organisation on a free port; every scope is granted. */
    public static FakeWorkspace of(StoredWorkspace stored) {
        try {
            return new FakeWorkspace(stored);
        } catch (IOException e) {
            throw new UncheckedIOException("no port of this machine could be opened", e);
        }
    }

    /** Scheme, host and port. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on this may go wrong too; the last that was added is asked first. */
    public FakeWorkspace with(WorkspaceFault fault) {
        faults.add(0, fault);
        return this;
    }

    /** The administrator of the organisation did not grant this scope. */
    public FakeWorkspace without(String scope) {
        tokens.withhold(scope);
        return this;
    }

    /** No history is kept any more. */
    public FakeWorkspace forgetHistory() {
        lists.forgetHistory();
        return this;
    }

    /** The scopes that tokens were asked for. */
    public Set<String> scopes() {
        return tokens.asked();
    }

    /** What was asked so far, oldest first; the token server is not in it. */
    public List<WorkspaceRequest> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = WorkspaceRequest.decoded(exchange.getRequestURI().getRawPath()).substring(1);
            send(exchange, path.equals("token") ? tokens.answer(body) : answer(exchange, path));
        }
    }

    private WorkspaceReply answer(HttpExchange exchange, String path) {
        String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        String[] token = tokens.open(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse(""));
        WorkspaceRequest request = new WorkspaceRequest(exchange.getRequestMethod(), path, WorkspaceRequest.query(query),
                token[0], token[1]);
        synchronized (requests) {
            if (requests.size() < MOST_REMEMBERED) {
                requests.add(request);
            }
        }
        WorkspaceReply usual = token[0].isEmpty() ? WorkspaceReply.error(401, "authError", "Invalid Credentials")
                : lists.answer(request);
        return faults.stream().flatMap(fault -> fault.instead(request, usual).stream()).findFirst().orElse(usual);
    }

    private static void send(HttpExchange exchange, WorkspaceReply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
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
