package org.mimawari.simulator.graph;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the fake was asked.
 *
 * @param path decoded, with the version in front: {@code v1.0/users}
 * @param query decoded
 * @param authorization the header of that name
 * @param number counts the requests, from 1
 */
public record GraphRequest(
        String method, String path, Map<String, String> query, Optional<String> authorization, String body, long number) {

    /** The path without the version. */
    public String list() {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(slash + 1);
    }

    public boolean isBeta() {
        return path.startsWith("beta/");
    }

    /** True for a page after the first. */
    public boolean isLaterPage() {
        return query.containsKey("$skiptoken");
    }

    static Map<String, String> query(Optional<String> raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String part : raw.orElse("").split("&")) {
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
