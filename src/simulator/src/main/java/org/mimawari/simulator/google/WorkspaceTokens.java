package org.mimawari.simulator.google;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** The token server: reads what a signed assertion claims, and gives a token that says the same. Signatures are not checked. */
final class WorkspaceTokens {

    private static final String PREFIX = "Bearer fake.";
    private static final String ROOT = "https://www.googleapis.com/auth/";

    private final StoredWorkspace stored;
    private final Set<String> withheld = new ConcurrentSkipListSet<>();
    private final Set<String> asked = new ConcurrentSkipListSet<>();

    WorkspaceTokens(StoredWorkspace stored) {
        this.stored = stored;
    }

    void withhold(String scope) {
        withheld.add(scope);
    }

    Set<String> asked() {
        return new TreeSet<>(asked);
    }

    WorkspaceReply answer(String body) {
        Map<String, String> claims = claims(WorkspaceRequest.query(body).getOrDefault("assertion", ""));
        String scope = claims.getOrDefault("scope", "").replace(ROOT, "");
        String subject = claims.getOrDefault("sub", "");
        asked.add(scope);
        if (withheld.contains(scope) || scope.contains(" ")) {
            return refusal(401, "unauthorized_client", "Client is unauthorized to retrieve access tokens using this method");
        }
        if (!subject.equals(FakeWorkspace.ADMIN) && !stored.hasUser(subject)) {
            return refusal(400, "invalid_grant", "Invalid email or User ID");
        }
        String token = Base64.getUrlEncoder().encodeToString((scope + " " + subject).getBytes(StandardCharsets.UTF_8));
        return WorkspaceReply.json(200, "{\"access_token\":\"fake." + token + "\",\"expires_in\":3599,\"token_type\":\"Bearer\"}");
    }

    private static WorkspaceReply refusal(int status, String error, String description) {
        return WorkspaceReply.json(status, "{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\"}");
    }

    /** Scope and subject of a token; empty texts where it is none. */
    String[] open(String authorization) {
        if (!authorization.startsWith(PREFIX)) {
            return new String[] {"", ""};
        }
        byte[] bytes = Base64.getUrlDecoder().decode(authorization.substring(PREFIX.length()));
        return new String(bytes, StandardCharsets.UTF_8).split(" ", 2);
    }

    private static Map<String, String> claims(String assertion) {
        String[] parts = assertion.split("\\.");
        Map<String, String> claims = new TreeMap<>();
        if (parts.length != 3) {
            return claims;
        }
        try (JsonParser parser = new JsonFactory().createParser(Base64.getUrlDecoder().decode(parts[1]))) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    claims.put(parser.currentName(), parser.getText());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the claims are no JSON", e);
        }
        return claims;
    }
}
