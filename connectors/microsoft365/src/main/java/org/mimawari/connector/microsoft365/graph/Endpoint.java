package org.mimawari.connector.microsoft365.graph;

import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * Where a cloud's login and Graph are. The only addresses that may stand for a cloud's are on this machine, for tests.
 *
 * @param login scheme, host and port that give tokens
 * @param graph scheme, host and port of Graph, or of the other service that is asked
 * @param resource the host that tokens are for
 * @param roots with what paths begin that belong to it
 */
public record Endpoint(Cloud cloud, URI login, URI graph, String resource, List<String> roots) {

    private static final List<String> VERSIONS = List.of("/v1.0/", "/beta/");
    private static final List<String> COMMANDS = List.of("/adminapi/beta/");

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    public static Endpoint of(Cloud cloud) {
        return new Endpoint(cloud, URI.create("https://" + cloud.login()), URI.create("https://" + cloud.graph()),
                cloud.graph(), VERSIONS);
    }

    /** @throws IllegalArgumentException where an address is not one of this machine */
    public static Endpoint onThisMachine(Cloud cloud, String login, String graph) {
        return new Endpoint(cloud, local(login), local(graph), cloud.graph(), VERSIONS);
    }

    /** The administration of Exchange in the same cloud, which has a host and tokens of its own. */
    public Endpoint exchange() {
        URI host = isOnThisMachine() ? graph : URI.create("https://" + cloud.exchange());
        return new Endpoint(cloud, login, host, cloud.exchange(), COMMANDS);
    }

    private static URI local(String address) {
        URI uri = URI.create(address);
        boolean bare = uri.getUserInfo() == null && (uri.getPath() == null || uri.getPath().length() <= 1);
        boolean local = uri.getHost() != null && LOOPBACK.contains(uri.getHost()) && uri.getPort() > 0
                && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        if (!local || !bare) {
            throw new IllegalArgumentException("an address of this machine with a port is expected, as http://127.0.0.1:4010");
        }
        return URI.create(uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort());
    }

    boolean isOnThisMachine() {
        return LOOPBACK.contains(graph.getHost());
    }

    /** True where a link stays with this Graph: the same scheme, host and port, and one of its versions. */
    boolean owns(URI link) {
        return graph.getScheme().equalsIgnoreCase(link.getScheme()) && graph.getHost().equalsIgnoreCase(link.getHost())
                && port(graph) == port(link) && link.getRawUserInfo() == null && isRooted(link);
    }

    private boolean isRooted(URI link) {
        String path = link.getRawPath() == null ? "" : link.getRawPath();
        return roots.stream().anyMatch(path::startsWith);
    }

    private static int port(URI uri) {
        return uri.getPort() > 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}
