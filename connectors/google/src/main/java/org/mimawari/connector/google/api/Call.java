package org.mimawari.connector.google.api;

import java.util.Optional;
import org.mimawari.evidence.MailboxAddress;

/**
 * Something to ask for.
 *
 * @param user in whose name; empty for the administrator's
 * @param address the whole address, which is asked with GET
 */
public record Call(Scope scope, Optional<MailboxAddress> user, String address) {}
