package org.mimawari.report.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** One page of a browser: opens a file, tells what went wrong and what was asked of the network, runs a script. */
final class BrowserPage implements WebSocket.Listener {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE = 60;

    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private final StringBuilder text = new StringBuilder();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();
    private volatile CountDownLatch loaded = new CountDownLatch(1);

    static BrowserPage open(String target) throws IOException, InterruptedException {
        BrowserPage page = new BrowserPage();
        HttpClient.newHttpClient().newWebSocketBuilder()
                .buildAsync(URI.create(JSON.readTree(target).get("webSocketDebuggerUrl").asText()), page)
                .whenComplete((opened, failure) -> {
                    if (failure != null) {
                        page.socket.completeExceptionally(failure);
                    } else {
                        page.socket.complete(opened);
                    }
                });
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            page.call(domain + ".enable", JSON.createObjectNode());
        }
        return page;
    }

    /** Opens a file in a colour scheme and waits until it is loaded. */
    void open(Path file, String scheme) throws IOException, InterruptedException {
        complaints.clear();
        requests.clear();
        loaded = new CountDownLatch(1);
        ObjectNode media = JSON.createObjectNode();
        media.putArray("features").addObject().put("name", "prefers-color-scheme").put("value", scheme);
        call("Emulation.setEmulatedMedia", media);
        call("Page.navigate", JSON.createObjectNode().put("url", file.toUri().toString()));
        if (!loaded.await(PATIENCE, TimeUnit.SECONDS)) {
            throw new IOException(file + " was not loaded within " + PATIENCE + " s");
        }
    }

    /** What the script gives, as JSON. */
    JsonNode run(String script) throws IOException, InterruptedException {
        JsonNode answer = call("Runtime.evaluate", JSON.createObjectNode().put("expression", script)
                .put("awaitPromise", true).put("returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IOException("the script failed: " + answer.get("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    byte[] screenshot() throws IOException, InterruptedException {
        call("Emulation.setDeviceMetricsOverride", JSON.createObjectNode().put("width", 1200).put("height", 1600)
                .put("deviceScaleFactor", 1).put("mobile", false));
        return Base64.getDecoder().decode(call("Page.captureScreenshot", JSON.createObjectNode()).get("data").asText());
    }

    /** Errors and warnings of the console, and exceptions, since the page was opened. */
    List<String> complaints() {
        return complaints;
    }

    /** Addresses the page asked for since it was opened, itself included. */
    List<String> requests() {
        return requests;
    }

    private JsonNode call(String method, ObjectNode parameters) throws IOException, InterruptedException {
        int id = number.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        try {
            socket.get(PATIENCE, TimeUnit.SECONDS).sendText(JSON.writeValueAsString(message), true);
            JsonNode got = answer.get(PATIENCE, TimeUnit.SECONDS);
            if (got.has("error")) {
                throw new IOException(method + ": " + got.get("error"));
            }
            return got.path("result");
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(method + " got no answer", e);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            String whole = text.toString();
            text.setLength(0);
            take(whole);
        }
        webSocket.request(1);
        return CompletableFuture.completedStage(null);
    }

    private void take(String whole) {
        try {
            JsonNode message = JSON.readTree(whole);
            if (message.has("id")) {
                waiting.remove(message.get("id").asInt()).complete(message);
            } else {
                event(message.path("method").asText(), message.path("params"));
            }
        } catch (IOException e) {
            complaints.add("unreadable message: " + e.getMessage());
        }
    }

    private void event(String method, JsonNode parameters) {
        switch (method) {
            case "Page.loadEventFired" -> loaded.countDown();
            case "Network.requestWillBeSent" -> requests.add(parameters.at("/request/url").asText());
            case "Runtime.exceptionThrown" -> complaints.add(parameters.at("/exceptionDetails").toString());
            case "Log.entryAdded" -> complaints.add(parameters.at("/entry/text").asText());
            case "Runtime.consoleAPICalled" -> complaints.add(parameters.toString());
            default -> { }
        }
    }
}
