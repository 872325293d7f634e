package org.mimawari.connector.imap;

import java.io.IOException;
import java.util.Optional;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.Settings;
import org.mimawari.connector.imap.managesieve.SieveAccount;
import org.mimawari.connector.imap.managesieve.SieveCollection;
import org.mimawari.connector.imap.managesieve.SieveServer;
import org.mimawari.connector.imap.protocol.Credentials;
import org.mimawari.connector.imap.protocol.Trust;

/** Reads the filter scripts that belong to a mailbox, unless {@code sieve: no} switches that off. */
final class FilterScripts {

    /** Reads none. */
    static final FilterScripts NONE = new FilterScripts(Optional.empty(), Trust.PLATFORM);

    private final Optional<SieveServer> server;
    private final Trust trust;

    private FilterScripts(Optional<SieveServer> server, Trust trust) {
        this.server = server;
        this.trust = trust;
    }

    /** @throws ConnectorException with {@code USAGE} where a setting is malformed */
    static FilterScripts of(Settings settings, String host, Trust trust) throws ConnectorException {
        return new FilterScripts(SieveServer.of(settings, host), trust);
    }

    /** @param refused true where the account was refused already: it must not be asked a second time */
    void collect(Account account, boolean refused, EvidenceSink sink) throws ConnectorException {
        if (server.isEmpty()) {
            return;
        }
        try {
            SieveCollection collection = new SieveCollection(server.get(), trust.socketFactory());
            if (refused) {
                collection.miss(account.mailbox(), "the server refused the account; it was not asked again", sink);
            } else {
                collection.collect(account(account), sink);
            }
        } catch (IOException e) {
            throw new ConnectorException(Problem.USAGE, "the certificates for " + server.get().host() + ": " + e.getMessage(), e);
        }
    }

    private static SieveAccount account(Account account) {
        Credentials credentials = account.credentials();
        if (credentials instanceof Credentials.Password named) {
            return SieveAccount.password(account.mailbox(), named.user(), named.password(), named.authorization());
        }
        return credentials instanceof Credentials.Token named
                ? SieveAccount.token(account.mailbox(), named.user(), named.token())
                : SieveAccount.certificate(account.mailbox());
    }
}
