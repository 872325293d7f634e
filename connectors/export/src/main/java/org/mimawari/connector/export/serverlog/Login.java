package org.mimawari.connector.export.serverlog;

import java.util.Optional;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.SignIn.Protocol;

/**
 * Somebody who authenticates, as one line shows it.
 *
 * @param user the name as the log writes it; empty where it names none
 * @param client IMAP ID or HELO
 */
record Login(LogPoint point, String user, Optional<IpAddress> ip, Protocol protocol, Optional<String> client,
        Optional<String> session) {

    Login with(Optional<String> otherClient) {
        return new Login(point, user, ip, protocol, otherClient, session);
    }

    Login over(Protocol otherProtocol) {
        return new Login(point, user, ip, otherProtocol, client, session);
    }

    Login named(String otherUser) {
        return new Login(point, otherUser, ip, protocol, client, session);
    }
}
