package org.mimawari.connector.imap;

import java.time.Duration;
import java.util.List;
import org.mimawari.connector.imap.protocol.Security;
import org.mimawari.connector.imap.protocol.Timing;
import org.mimawari.connector.imap.protocol.Trust;

/**
 * How to reach a mail server and which mailboxes to look at.
 *
 * @param certificateName the name the server's certificate must bear; usually the host's
 * @param sentFolders names of Sent folders where neither SPECIAL-USE nor the usual names tell
 * @param contents true to read the beginning of sent messages' texts too
 * @param parallel how many mailboxes are read at the same time, by one connection each
 */
record ImapSettings(
        String host, int port, Security security, String certificateName, Trust trust, AccountPlan accounts,
        List<String> sentFolders, boolean contents, int parallel, Limits limits) {

    /**
     * What a server may take of us.
     *
     * @param mailbox the time for one mailbox in all
     * @param pauses how long to wait before each further try where a server is busy
     * @param messages the most that are read of one folder; the newest count
     * @param folders the most that are looked at in one mailbox
     */
    record Limits(Timing timing, Duration mailbox, List<Duration> pauses, int messages, int folders) {

        static final Limits USUAL = new Limits(Timing.USUAL, Duration.ofMinutes(15),
                List.of(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(60)), 2_000_000, 5_000);

        Limits {
            pauses = List.copyOf(pauses);
        }
    }

    ImapSettings {
        sentFolders = List.copyOf(sentFolders);
    }
}
