package org.mimawari.simulator.graph;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The cloud's login: gives tokens for the client credentials and the device code flow, and forgets them on demand. */
public final class GraphLogin {

    /** What the fake takes for the right secret. */
    public static final String SECRET = "the-right-secret";

    private final Set<String> valid = ConcurrentHashMap.newKeySet();
    private int issued;
    private int lifetime = 3_599;
    private int busy;
    private String refusal = "";

    GraphReply answer(String path, String body) {
        if (path.endsWith("/oauth2/v2.0/token")) {
            return token(body);
        }
        if (path.endsWith("/oauth2/v2.0/devicecode")) {
            return GraphReply.json(200, GraphJson.object(json -> {
                json.writeStringField("device_code", "device-1");
                json.writeStringField("user_code", "ABC-DEF");
                json.writeStringField("verification_uri", "https://login.example/device");
                json.writeNumberField("expires_in", 900);
                json.writeNumberField("interval", 1);
                json.writeStringField("message", "To sign in, type the code ABC-DEF");
            }));
        }
        return GraphReply.error(404, "NotFound", "there is nothing here");
    }

    private synchronized GraphReply token(String body) {
        if (busy > 0) {
            busy--;
            return GraphReply.error(503, "temporarily_unavailable", "AADSTS90033: A transient error has occurred.");
        }
        if (!refusal.isEmpty()) {
            return GraphReply.json(401, "{\"error\":\"invalid_client\",\"error_description\":\"" + refusal + "\"}");
        }
        boolean secret = body.contains("client_secret=");
        boolean right = !secret || body.contains("client_secret=" + SECRET);
        if (!right) {
            return GraphReply.json(401, "{\"error\":\"invalid_client\",\"error_description\":"
                    + "\"AADSTS7000215: Invalid client secret provided.\",\"error_codes\":[7000215]}");
        }
        String token = "token-" + ++issued;
        valid.add(token);
        return GraphReply.json(200, GraphJson.object(json -> {
            json.writeStringField("token_type", "Bearer");
            json.writeNumberField("expires_in", lifetime);
            json.writeNumberField("ext_expires_in", lifetime);
            json.writeStringField("access_token", token);
        }));
    }

    boolean isValid(Optional<String> authorization) {
        return authorization.filter(header -> header.startsWith("Bearer ") && valid.contains(header.substring(7))).isPresent();
    }

    /** From now on tokens are good for so many seconds. */
    public synchronized void lifetime(int seconds) {
        lifetime = seconds;
    }

    /** The next so many requests for a token come at a bad moment. */
    public synchronized void busy(int times) {
        busy = times;
    }

    /** From now on every client is refused with this. */
    public synchronized void refuse(String description) {
        refusal = description;
    }

    /** From now on no token that was given is good. */
    public void forget() {
        valid.clear();
    }

    /** How many tokens were given. */
    public synchronized int issued() {
        return issued;
    }
}
