package org.mimawari.connector.imap;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mimawari.connector.Checkpoints;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.imap.ImapSettings.Limits;
import org.mimawari.connector.imap.protocol.Security;
import org.mimawari.connector.imap.protocol.Timing;
import org.mimawari.connector.imap.protocol.Trust;

/** Scans mailboxes of a test server with the patience of a test. */
record Scans(int port, List<String> mailboxes, Security security, SignInWay way, Trust trust, boolean contents,
        List<String> sentFolders, Limits limits) {

    static final String MAILBOX = "info@shop.example";
    static final String PASSWORD = "correct-horse";

    static Scans of(int port) {
        SignInWay way = new SignInWay(Optional.empty(), Optional.empty(), Optional.of(PASSWORD), Optional.empty(), false);
        return new Scans(port, List.of(MAILBOX), Security.NONE, way, Trust.PLATFORM, false, List.of(),
                limits(Duration.ofSeconds(5), Duration.ofSeconds(10)));
    }

    static Limits limits(Duration command, Duration mailbox) {
        return new Limits(new Timing(Duration.ofSeconds(2), command, command), mailbox,
                List.of(Duration.ofMillis(1), Duration.ofMillis(1)), 2_000_000, 5_000);
    }

    Scans impatient() {
        return new Scans(port, mailboxes, security, way, trust, contents, sentFolders,
                limits(Duration.ofMillis(150), Duration.ofMillis(400)));
    }

    Scans by(Security other) {
        return new Scans(port, mailboxes, other, way, trust, contents, sentFolders, limits);
    }

    Scans signingIn(SignInWay other) {
        return new Scans(port, mailboxes, security, other, trust, contents, sentFolders, limits);
    }

    Scans trusting(Trust other) {
        return new Scans(port, mailboxes, security, way, other, contents, sentFolders, limits);
    }

    Scans over(String... others) {
        return new Scans(port, List.of(others), security, way, trust, contents, sentFolders, limits);
    }

    Scans within(Limits others) {
        return new Scans(port, mailboxes, security, way, trust, contents, sentFolders, others);
    }

    CollectedEvidence collect() throws ConnectorException {
        return collect(Checkpoints.NONE);
    }

    CollectedEvidence collect(Checkpoints checkpoints) throws ConnectorException {
        CollectedEvidence sink = new CollectedEvidence();
        connector().collect(sink, checkpoints);
        return sink;
    }

    ImapConnector connector() {
        return new ImapConnector(new ImapSettings("127.0.0.1", port, security, "127.0.0.1", trust,
                new AccountPlan(mailboxes, Optional.empty(), way), sentFolders, contents, 4, limits));
    }
}
