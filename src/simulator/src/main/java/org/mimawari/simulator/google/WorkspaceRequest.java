package org.mimawari.simulator.google;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the fake was asked.
 *
 * @param path decoded, without the slash in front
 * @param query decoded; of parameters that are repeated, the last
 * @param scope the last part of the scope of the token: {@code gmail.readonly}
 * @param subject in whose name
 */
public record WorkspaceRequest(String method, String path, Map<String, String> query, String scope, String subject) {

    /** True for a page after the first. */
    public boolean isLaterPage() {
        return query.containsKey("pageToken");
    }

    static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String part : raw.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                query.put(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
            }
        }
        return query;
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
