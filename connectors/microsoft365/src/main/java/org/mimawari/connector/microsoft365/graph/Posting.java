package org.mimawari.connector.microsoft365.graph;

import java.util.Optional;

/**
 * What is posted.
 *
 * @param anchor the mailbox whose server Exchange is to ask; empty for the tenant's
 */
record Posting(String json, Optional<String> anchor) {

    static Posting of(String json) {
        return new Posting(json, Optional.empty());
    }

    static Posting of(ExchangeCommand command) {
        return new Posting(command.json(), command.anchor());
    }
}
