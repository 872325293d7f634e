package org.mimawari.connector.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.imap.protocol.Security;
import org.mimawari.connector.imap.protocol.Trust;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxRule;

/** A real server with METADATA, IMAPSIEVE and QUOTA; annotations are set as a thief's mail client would. */
@Timeout(60)
class DovecotSurroundingsTest {

    private static final String QUIET = "quiet@shop.example";
    private static final String SETTINGS = """
            mail_attribute_dict = file:%h/Maildir/dovecot-attributes
            protocol imap {
              mail_plugins = acl imap_acl quota imap_quota imap_sieve
              imap_metadata = yes
            }
            plugin {
              quota = count:User quota
              quota_vsizes = yes
              quota_rule = *:messages=20
              quota_rule2 = *:storage=1M
              sieve_plugins = sieve_imapsieve
              imapsieve_url = sieve://127.0.0.1:4190
            }
            """;

    @TempDir
    static Path folder;

    private static Optional<DovecotServer> server = Optional.empty();

    @BeforeAll
    static void start() throws IOException {
        DovecotServer.assumePresent();
        DovecotServer.assumeOld();
        Path plugin = Path.of("/usr/lib/dovecot/modules/lib95_imap_sieve_plugin.so");
        Assumptions.assumeTrue(Files.exists(plugin), "skipped: there is no " + plugin);
        Map<String, String> mail = new TreeMap<>();
        for (int i = 10; i < 29; i++) {
            mail.put(i + ".M" + i + ".a", ScriptedServer.MESSAGE.replace("<1@", "<" + i + "@") + "text\r\n");
        }
        DovecotServer.store(folder, Scans.MAILBOX, "cur", mail);
        DovecotServer.store(folder, QUIET, "cur", Map.of());
        Files.writeString(folder.resolve("more.conf"), SETTINGS);
        DovecotServer dovecot = DovecotServer.start(folder, List.of(Scans.MAILBOX, QUIET), "open");
        server = Optional.of(dovecot);
        try (OrdinaryClient thief = OrdinaryClient.imap(dovecot.imaps(), dovecot.authority(), Scans.MAILBOX, DovecotServer.PASSWORD)) {
            thief.tell("SETMETADATA INBOX (/shared/imapsieve/script \"steal\" /private/comment \"secret\")");
            thief.tell("SETMETADATA \"\" (/shared/imapsieve/script \"everywhere\")");
            for (int i = 0; i < 40; i++) {
                thief.tell("SETMETADATA INBOX (/shared/a" + i + " \"many\")");
            }
        }
    }

    @AfterAll
    static void stop() {
        server.ifPresent(DovecotServer::close);
    }

    private static CollectedEvidence collect(String mailbox) throws ConnectorException {
        DovecotServer dovecot = server.orElseThrow();
        Trust trust = new Trust(Optional.of(dovecot.authority()), Optional.empty(), "");
        return Scans.of(dovecot.imaps()).by(Security.TLS).trusting(trust).signingIn(dovecot.owner()).over(mailbox).collect();
    }

    @Test
    void scriptsOnFoldersAreFoundAmongManyAnnotations() throws ConnectorException {
        CollectedEvidence sink = collect(Scans.MAILBOX);
        assertThat(sink.of(MailboxRule.class)).hasSize(2).allMatch(rule -> !rule.readable() && rule.traits().isEmpty());
        assertThat(sink.of(MailboxRule.class)).extracting(rule -> rule.name() + " " + rule.ref().locator()).containsExactlyInAnyOrder(
                "imapsieve:steal metadata:INBOX:/shared/imapsieve/script",
                "imapsieve:everywhere metadata:all folders:/shared/imapsieve/script");
        assertThat(sink.evidence.toString()).doesNotContain("secret");
        assertThat(sink.coverage).noneMatch(Coverage::isBroken);
    }

    @Test
    void nineteenOfTwentyMessagesAreAFullMailbox() throws ConnectorException {
        assertThat(collect(Scans.MAILBOX).coverage).filteredOn(piece -> piece.kind() == EvidenceKind.NON_DELIVERY_REPORT)
                .anySatisfy(piece -> assertThat(piece.reason().orElse("")).contains("full to 95 %"));
    }

    @Test
    void aMailboxWithNeitherIsNotWorthAWord() throws ConnectorException {
        CollectedEvidence sink = collect(QUIET);
        assertThat(sink.evidence).isEmpty();
        assertThat(sink.coverage).noneMatch(piece -> piece.isBroken() || piece.kind() == EvidenceKind.MAILBOX_RULE
                || piece.reason().orElse("").contains("quota"));
    }

    @Test
    void askingChangesNothing() throws ConnectorException, IOException {
        collect(Scans.MAILBOX);
        Map<String, String> before = server.orElseThrow().state();
        collect(Scans.MAILBOX);
        assertThat(server.orElseThrow().state()).isEqualTo(before).isNotEmpty();
    }
}
