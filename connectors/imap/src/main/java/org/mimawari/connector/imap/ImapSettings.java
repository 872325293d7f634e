package org.mimawari.connector.imap;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How to reach a mail server and which mailboxes to look at.
 *
 * @param passwordOf the password of each account is the same, or the master user's
 * @param sentFolders names of Sent folders where neither SPECIAL-USE nor the usual names tell
 * @param contents true to read the beginning of sent messages' texts too
 */
record ImapSettings(
        String host, int port, Security security, List<Account> accounts, List<String> sentFolders, boolean contents,
        Limits limits) {

    /** How the connection is protected. {@code NONE} sends passwords in clear and is meant for loopback. */
    enum Security { TLS, STARTTLS, NONE }

    /**
     * One mailbox to open.
     *
     * @param authorization the name of the mailbox where {@code user} is an administrator acting for it (SASL PLAIN
     *     authorisation identity, RFC 4616)
     */
    record Account(String mailbox, String user, String password, Optional<String> authorization) {

        /** Never shows the password. */
        @Override
        public String toString() {
            return mailbox;
        }
    }

    /** What a server may take of us: time for each step, and sizes. */
    record Limits(Duration connect, Duration read, Duration mailbox, int messages, int folders) {

        static final Limits USUAL = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(15),
                2_000_000, 5_000);
    }

    ImapSettings {
        accounts = List.copyOf(accounts);
        sentFolders = List.copyOf(sentFolders);
    }
}
