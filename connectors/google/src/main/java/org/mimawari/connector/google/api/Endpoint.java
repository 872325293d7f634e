package org.mimawari.connector.google.api;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Where Google's services are. The only other address that may stand for theirs is on this machine, for tests.
 *
 * @param test scheme, host and port of what stands for all services; empty for Google's own
 * @param testTokens the same, for the token server
 */
public record Endpoint(Optional<URI> test, Optional<URI> testTokens) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final String TOKENS = "oauth2.googleapis.com";

    public static final Endpoint GOOGLE = new Endpoint(Optional.empty(), Optional.empty());

    /** @throws IllegalArgumentException where an address is not one of this machine */
    public static Endpoint onThisMachine(String services, String tokens) {
        return new Endpoint(Optional.of(local(services)), Optional.of(local(tokens)));
    }

    private static URI local(String address) {
        URI uri = URI.create(address);
        boolean bare = uri.getUserInfo() == null && (uri.getPath() == null || uri.getPath().length() <= 1);
        boolean local = uri.getHost() != null && LOOPBACK.contains(uri.getHost()) && uri.getPort() > 0
                && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        if (!local || !bare) {
            throw new IllegalArgumentException("an address of this machine with a port is expected, as http://127.0.0.1:4011");
        }
        return URI.create(uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort());
    }

    /** The address under which the service's paths begin, with a slash at its end. */
    String root(Api api) {
        return test.map(URI::toString).orElse("https://" + api.host()) + "/";
    }

    /** Where tokens are given, whatever the key file names. */
    URI tokens() {
        return URI.create(testTokens.map(URI::toString).orElse("https://" + TOKENS) + "/token");
    }
}
