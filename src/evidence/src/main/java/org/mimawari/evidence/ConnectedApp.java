package org.mimawari.evidence;

import java.util.List;
import java.util.Optional;

/**
 * An application that was given access by consent or by an administrator.
 *
 * @param scopes permissions, one each, as the source names them
 * @param tenantWide true where the grant covers every mailbox
 * @param verified whether the publisher is verified, where the source tells
 */
public record ConnectedApp(
        Origin origin,
        String appId,
        Optional<String> name,
        List<String> scopes,
        boolean tenantWide,
        Optional<Boolean> verified,
        Change change,
        Actor actor) implements Evidence {

    private static final int MOST = 200;

    public ConnectedApp {
        scopes = scopes.stream().limit(MOST).toList();
    }

    @Override
    public EvidenceKind kind() {
        return EvidenceKind.CONNECTED_APP;
    }
}
