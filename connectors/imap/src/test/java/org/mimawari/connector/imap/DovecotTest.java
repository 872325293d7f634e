package org.mimawari.connector.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.imap.protocol.Security;
import org.mimawari.connector.imap.protocol.Trust;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Delegation;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.SentMessage;

/** Against a real server: it is what answers nobody would have thought of come from. */
@Timeout(60)
class DovecotTest {

    private static final String JAPANESE_SENT = ".&kAFP4W4IMH8wojCkMMYw4A-/cur";
    static final String FAILURE = """
            Return-Path: <>
            Received: by mail.shop.example (Postfix) id 77B6F; Tue, 10 Nov 2026 13:42:00 +0900
            From: MAILER-DAEMON@mail.shop.example (Mail Delivery System)
            To: info@shop.example
            Date: Tue, 10 Nov 2026 13:42:00 +0900
            Message-ID: <77B6F@mail.shop.example>
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mail.shop.example

            Final-Recipient: rfc822; nobody@else.example
            Action: failed
            Status: 5.1.1

            --b
            Content-Type: text/rfc822-headers

            Received: from WIN (unknown [203.0.113.9]) by mail.shop.example (Postfix) with ESMTPSA id 1; Tue, 10 Nov 2026 13:41:00 +0900
            Message-ID: <not-ours@WIN>
            From: info@shop.example
            Subject: Invoice overdue

            --b--
            """;

    @TempDir
    static Path folder;

    private static Optional<DovecotServer> server = Optional.empty();

    @BeforeAll
    static void start() throws IOException {
        DovecotServer.assumePresent();
        fill(folder);
        server = Optional.of(DovecotServer.start(folder, List.of(Scans.MAILBOX, "quiet@shop.example"), "open"));
    }

    @AfterAll
    static void stop() {
        server.ifPresent(DovecotServer::close);
    }

    private static void fill(Path where) throws IOException {
        String mail = ScriptedServer.MESSAGE + "text\r\n";
        DovecotServer.store(where, Scans.MAILBOX, "new", Map.of("1.M1.a", FAILURE, "2.M2.a", mail.replace("info@", "boss@")));
        DovecotServer.store(where, Scans.MAILBOX, JAPANESE_SENT, Map.of("3.M3.a:2,", mail, "4.M4.a:2,S", mail.replace("<1@", "<2@")));
        DovecotServer.store(where, Scans.MAILBOX, ".Trash/cur", Map.of("5.M5.a:2,", mail.replace("<1@", "<3@")));
        DovecotServer.store(where, "quiet@shop.example", "cur", Map.of());
        Path maildir = where.resolve("mail").resolve(Scans.MAILBOX).resolve("Maildir");
        Files.writeString(maildir.resolve("subscriptions"), "Sent\n");
        Files.writeString(maildir.resolve("dovecot-acl"), "user=thief@evil.example lr\n");
    }

    private static Scans scans() {
        DovecotServer dovecot = server.orElseThrow();
        return Scans.of(dovecot.imaps()).by(Security.TLS).trusting(trust(dovecot)).signingIn(dovecot.owner());
    }

    private static Trust trust(DovecotServer dovecot) {
        return new Trust(Optional.of(dovecot.authority()), Optional.empty(), "");
    }

    private static void assertWhole(CollectedEvidence sink) {
        assertThat(sink.of(SentMessage.class)).extracting(sent -> sent.ref().source())
                .containsOnly("imap:127.0.0.1/info@shop.example/送信済みアイテム", "imap:127.0.0.1/info@shop.example/Trash").hasSize(3);
        assertThat(sink.of(NonDeliveryReport.class)).singleElement().satisfies(
                report -> assertThat(report.original().received()).anyMatch(line -> line.contains("203.0.113.9")));
        assertThat(sink.of(ReceivedMessage.class)).hasSize(1);
        assertThat(sink.coverage).noneMatch(Coverage::isBroken);
    }

    @Test
    void readsEveryFolderThatMattersAndWhoElseMayReadIt() throws ConnectorException {
        CollectedEvidence sink = scans().collect();
        assertWhole(sink);
        assertThat(sink.of(Delegation.class)).singleElement()
                .satisfies(right -> assertThat(right.grantee()).isEqualTo("thief@evil.example"));
    }

    @Test
    void readsTheSameByStartTls() throws ConnectorException {
        DovecotServer dovecot = server.orElseThrow();
        assertWhole(new Scans(dovecot.imap(), List.of(Scans.MAILBOX), Security.STARTTLS, dovecot.owner(), trust(dovecot),
                false, List.of(), Scans.of(1).limits()).collect());
    }

    @Test
    void aMasterUserReadsTheSameInBothForms() throws ConnectorException {
        assertWhole(scans().signingIn(server.orElseThrow().master(Optional.empty())).collect());
        assertWhole(scans().signingIn(server.orElseThrow().master(Optional.of("*"))).collect());
    }

    @Test
    void changesNothing() throws ConnectorException, IOException {
        Map<String, String> before = server.orElseThrow().state();
        scans().collect();
        scans().signingIn(server.orElseThrow().master(Optional.empty())).collect();
        assertThat(server.orElseThrow().state()).isEqualTo(before).isNotEmpty();
    }

    @Test
    void announcesItselfInTheServersLogAndSaysGoodbye() throws ConnectorException, IOException {
        scans().collect();
        assertThat(server.orElseThrow().log()).contains("name=mimawari").contains("Logged out");
    }

    @Test
    void aMailboxThatNeverSentAnythingIsNoFailure() throws ConnectorException {
        CollectedEvidence sink = scans().over("quiet@shop.example").collect();
        assertThat(sink.coverage).noneMatch(Coverage::isBroken);
        assertThat(sink.coverage).filteredOn(piece -> piece.kind() == EvidenceKind.SENT_MESSAGE).singleElement()
                .satisfies(piece -> assertThat(piece.reason().orElse("")).contains("no Sent folder"));
    }

    @Test
    void aCertificateOfAnUnknownAuthorityEndsItBeforeThePasswordLeaves() throws ConnectorException {
        CollectedEvidence sink = scans().trusting(Trust.PLATFORM).collect();
        assertThat(sink.coverage).isNotEmpty().allMatch(Coverage::isBroken)
                .allSatisfy(piece -> assertThat(piece.reason().orElse("")).contains("certificate"));
    }

    @Test
    void aWrongPasswordIsOneFailureInTheServersLog() throws ConnectorException, IOException {
        SignInWay wrong = new SignInWay(Optional.empty(), Optional.empty(), Optional.of("wrong"), Optional.empty(), false);
        assertThat(scans().over("quiet@shop.example").signingIn(wrong).collect().coverage).allMatch(Coverage::isBroken);
        assertThat(server.orElseThrow().log().split("Password mismatch", -1)).hasSize(2);
    }

    @Test
    void aMasterUserWithoutRightsIsNoCleanMailbox(@TempDir Path strict) throws ConnectorException, IOException {
        fill(strict);
        try (DovecotServer dovecot = DovecotServer.start(strict, List.of(Scans.MAILBOX), "strict")) {
            CollectedEvidence sink = Scans.of(dovecot.imaps()).by(Security.TLS).trusting(trust(dovecot))
                    .signingIn(dovecot.master(Optional.empty())).collect();
            assertThat(sink.evidence).isEmpty();
            assertThat(sink.coverage).filteredOn(piece -> piece.kind() != EvidenceKind.DELEGATION).hasSizeGreaterThan(3)
                    .allSatisfy(piece -> assertThat(piece.isBroken()).isTrue());
        }
    }
}
