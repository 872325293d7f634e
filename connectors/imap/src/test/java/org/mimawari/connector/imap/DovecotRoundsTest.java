package org.mimawari.connector.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.Checkpoints;
import org.mimawari.connector.CheckpointsInMemory;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.imap.protocol.Security;
import org.mimawari.connector.imap.protocol.Trust;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.SentMessage;

/** Round after round against a real Dovecot, whose mailbox changes in between. */
@Timeout(60)
class DovecotRoundsTest {

    @TempDir
    static Path folder;

    private static Optional<DovecotServer> server = Optional.empty();
    private final Checkpoints checkpoints = new CheckpointsInMemory();

    @BeforeAll
    static void start() throws IOException {
        DovecotServer.assumePresent();
        DovecotServer.store(folder, Scans.MAILBOX, "cur", Map.of());
        server = Optional.of(DovecotServer.start(folder, List.of(Scans.MAILBOX), "open"));
    }

    @AfterAll
    static void stop() {
        server.ifPresent(DovecotServer::close);
    }

    private static OrdinaryClient owner() throws IOException {
        DovecotServer dovecot = server.orElseThrow();
        return OrdinaryClient.imap(dovecot.imaps(), dovecot.authority(), Scans.MAILBOX, DovecotServer.PASSWORD);
    }

    private static void send(OrdinaryClient client, String folderName, int... numbers) throws IOException {
        for (int number : numbers) {
            client.append(folderName, "\\Seen", ScriptedServer.MESSAGE.replace("<1@", "<" + number + "@") + "text\n");
        }
    }

    /** The numbers of the messages this round brought. */
    private List<String> round() throws ConnectorException {
        DovecotServer dovecot = server.orElseThrow();
        CollectedEvidence sink = Scans.of(dovecot.imaps()).by(Security.TLS).signingIn(dovecot.owner())
                .trusting(new Trust(Optional.of(dovecot.authority()), Optional.empty(), "")).collect(checkpoints);
        assertThat(sink.coverage).noneMatch(Coverage::isBroken);
        return sink.of(SentMessage.class).stream().map(sent -> sent.messageId().orElse("")).sorted().toList();
    }

    @Test
    void readsWhatWasAddedAndAllOfAFolderMadeAnew() throws IOException, ConnectorException {
        try (OrdinaryClient owner = owner()) {
            owner.tell("CREATE Sent");
            send(owner, "Sent", 1, 2, 3);
            assertThat(round()).containsExactly("<1@shop.example>", "<2@shop.example>", "<3@shop.example>");
            assertThat(round()).isEmpty();
            send(owner, "Sent", 4);
            assertThat(round()).containsExactly("<4@shop.example>");
            owner.tell("SELECT Sent");
            owner.tell("STORE 1:2 +FLAGS (\\Deleted)");
            owner.tell("EXPUNGE");
            assertThat(round()).isEmpty();
            send(owner, "Sent", 5);
            assertThat(round()).containsExactly("<5@shop.example>");
            owner.tell("CLOSE");
            owner.tell("DELETE Sent");
            owner.tell("CREATE Sent");
            send(owner, "Sent", 6, 7);
            assertThat(round()).containsExactly("<6@shop.example>", "<7@shop.example>");
        }
    }

    @Test
    void followsAFolderInWhichOnlyAGlanceFoundSomething() throws IOException, ConnectorException {
        try (OrdinaryClient owner = owner()) {
            owner.tell("CREATE Copies");
            send(owner, "Copies", 21, 22);
            assertThat(round()).contains("<21@shop.example>", "<22@shop.example>");
            for (int i = 0; i < 25; i++) {
                owner.append("Copies", "",
                        ScriptedServer.MESSAGE.replace("info@", "boss" + i + "@").replace("<1@", "<b" + i + "@"));
            }
            send(owner, "Copies", 23);
            assertThat(round()).containsExactly("<23@shop.example>");
        }
    }
}
