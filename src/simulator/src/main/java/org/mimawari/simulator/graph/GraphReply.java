package org.mimawari.simulator.graph;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the fake answers.
 *
 * @param cutTo how many bytes are sent before the connection is dropped; less than zero for all of them
 * @param delay how long it takes
 */
public record GraphReply(int status, Map<String, String> headers, byte[] body, int cutTo, Duration delay) {

    public GraphReply {
        headers = Map.copyOf(headers);
    }

    public static GraphReply json(int status, String body) {
        return new GraphReply(status, Map.of("Content-Type", "application/json; charset=utf-8"),
                body.getBytes(StandardCharsets.UTF_8), -1, Duration.ZERO);
    }

    /** An error in the shape of Graph. */
    public static GraphReply error(int status, String code, String message) {
        return json(status, GraphJson.object(json -> {
            json.writeObjectFieldStart("error");
            json.writeStringField("code", code);
            json.writeStringField("message", message);
            json.writeObjectFieldStart("innerError");
            json.writeStringField("date", "2026-11-25T00:00:00");
            json.writeStringField("request-id", "00000000-0000-4000-8000-000000000404");
            json.writeEndObject();
            json.writeEndObject();
        }));
    }

    public static GraphReply throttled(String retryAfter) {
        return error(429, "TooManyRequests", "Too many requests").with("Retry-After", retryAfter);
    }

    /** A web page, as a proxy or a login page sends it. */
    public static GraphReply page() {
        return new GraphReply(200, Map.of("Content-Type", "text/html"),
                "<html><body>Sign in to the network</body></html>".getBytes(StandardCharsets.UTF_8), -1, Duration.ZERO);
    }

    public GraphReply with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new GraphReply(status, all, body, cutTo, delay);
    }

    public GraphReply cut(int bytes) {
        return new GraphReply(status, headers, body, bytes, delay);
    }

    public GraphReply after(Duration time) {
        return new GraphReply(status, headers, body, cutTo, time);
    }
}
