package org.mimawari.simulator.google;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What the fake answers.
 *
 * @param cutTo how many bytes are sent before the connection is dropped; less than zero for all of them
 */
public record WorkspaceReply(int status, Map<String, String> headers, byte[] body, int cutTo) {

    public WorkspaceReply {
        headers = Map.copyOf(headers);
    }

    public static WorkspaceReply json(int status, String body) {
        return new WorkspaceReply(status, Map.of("Content-Type", "application/json; charset=UTF-8"),
                body.getBytes(StandardCharsets.UTF_8), -1);
    }

    /** An error in the shape of Google's APIs. */
    public static WorkspaceReply error(int status, String reason, String message) {
        return json(status, "{\"error\":{\"code\":" + status + ",\"message\":\"" + message + "\",\"errors\":[{\"message\":\""
                + message + "\",\"domain\":\"global\",\"reason\":\"" + reason + "\"}]}}");
    }

    /** A web page, as a proxy or a login page sends it. */
    public static WorkspaceReply page() {
        return new WorkspaceReply(200, Map.of("Content-Type", "text/html"),
                "<html><body>Sign in to the network</body></html>".getBytes(StandardCharsets.UTF_8), -1);
    }

    public WorkspaceReply cut(int bytes) {
        return new WorkspaceReply(status, headers, body, bytes);
    }
}
