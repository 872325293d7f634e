package org.mimawari.connector.imap;

import org.mimawari.connector.imap.protocol.Credentials;
import org.mimawari.evidence.MailboxAddress;

/** One mailbox to open, and how. */
record Account(MailboxAddress mailbox, Credentials credentials) {}
