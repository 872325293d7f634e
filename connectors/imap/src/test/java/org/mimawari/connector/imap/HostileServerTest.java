package org.mimawari.connector.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.imap.protocol.Security;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Coverage.State;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.SentMessage;

/** A server, or who wrote the mail in it, may send anything. */
@Timeout(20)
class HostileServerTest {

    private final ScriptedServer server = ScriptedServer.honest();

    @AfterEach
    void stop() {
        server.close();
    }

    private CollectedEvidence collect() throws ConnectorException {
        return Scans.of(server.start().port()).collect();
    }

    private static void assertBroken(CollectedEvidence sink, EvidenceKind kind, String why) {
        assertThat(sink.coverage).filteredOn(piece -> piece.kind() == kind).isNotEmpty()
                .allMatch(Coverage::isBroken).anySatisfy(piece -> assertThat(piece.reason().orElse("")).contains(why));
    }

    private void fetchGives(String... pieces) {
        server.on("FETCH", (peer, tag, arguments) -> {
            for (String piece : pieces) {
                peer.write(piece);
            }
            peer.reply();
        });
    }

    @Test
    void aLiteralBombIsRefusedBeforeItIsAllocated() throws ConnectorException {
        for (String size : new String[] {"1500000000", "2147483647", "4294967295"}) {
            fetchGives("* 1 FETCH (UID 1 BODY[HEADER] {" + size + "}\r\nSubject: x\r\n");
            assertBroken(collect(), EvidenceKind.SENT_MESSAGE, "literal of " + size);
        }
    }

    @Test
    void anEndlessLineIsCutOff() throws ConnectorException {
        server.on("FETCH", (peer, tag, arguments) -> flood(peer, "y".repeat(65_536)));
        assertBroken(collect(), EvidenceKind.SENT_MESSAGE, "a line of more than");
    }

    @Test
    void aFloodOfAlertsIsCutOff() throws ConnectorException {
        server.on("FETCH", (peer, tag, arguments) -> flood(peer, ("* OK [ALERT] " + "x".repeat(1_000) + "\r\n").repeat(64)));
        assertBroken(collect(), EvidenceKind.SENT_MESSAGE, "more than was asked for");
    }

    private static void flood(ScriptedServer.Peer peer, String text) throws IOException {
        while (!peer.socket.isClosed()) {
            peer.write(text);
        }
    }

    @Test
    void aFloodOfFoldersHidesNeitherInboxNorSent() throws ConnectorException {
        server.on("LIST", (peer, tag, arguments) -> {
            peer.write("* LIST () \"/\" INBOX\r\n");
            for (int i = 0; i < 100; i++) {
                peer.write(("* LIST () \"/\" \"folder " + i + "\"\r\n").repeat(100));
            }
            peer.write("* LIST (\\Sent) \"/\" Sent\r\n" + tag + " OK done\r\n");
        });
        CollectedEvidence sink = collect();
        assertThat(sink.of(SentMessage.class)).isNotEmpty();
        assertThat(sink.coverage).anySatisfy(piece -> assertThat(piece.reason().orElse("")).contains("10002 folders"));
    }

    @Test
    void aDripEndsWithTheDeadlineAndTheOtherFolderIsRead() throws ConnectorException {
        server.on("EXAMINE", (peer, tag, arguments) -> {
            if (arguments.contains("INBOX")) {
                peer.write("* 1 EXISTS\r\n" + tag + " OK done\r\n");
                return;
            }
            while (!peer.socket.isClosed()) {
                peer.write("*");
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        });
        CollectedEvidence sink = Scans.of(server.start().port()).impatient().collect();
        assertBroken(sink, EvidenceKind.SENT_MESSAGE, "too slow");
        assertThat(sink.of(ReceivedMessage.class)).hasSize(1);
    }

    @Test
    void aServerThatDoesNotListenIsNamed() throws ConnectorException {
        int port = server.start().port();
        server.close();
        assertBroken(Scans.of(port).collect(), EvidenceKind.SENT_MESSAGE,
                "unreachable: connection refused by 127.0.0.1:" + port);
    }

    @Test
    void aSilentServerEndsWithTheDeadline() throws ConnectorException {
        server.greets("");
        assertBroken(Scans.of(server.start().port()).impatient().collect(), EvidenceKind.SENT_MESSAGE, "server");
    }

    @Test
    void namesOfFoldersAreShownWithoutControlCharacters() throws ConnectorException {
        server.answer("LIST", "* LIST () \"/\" INBOX\r\n* LIST (\\Sent) \"/\" \"&AAA\"\r\n* LIST (\\sent) \"/\" \"&2AA-\"\r\n"
                + "* LIST (\\Sent) \"/\" \"\u001b[31mred\"\r\n* LIST (\\Sent) \"/\" {9}\r\nab\r\ncd\r\ne\r\n* LIST () NIL \"&\"\r\n"
                + "* LIST (\\Sent) \"/\" \"\u202eevil\"\r\n");
        CollectedEvidence sink = collect();
        assertThat(sink.coverage).filteredOn(piece -> piece.kind() == EvidenceKind.SENT_MESSAGE).hasSize(6)
                .allSatisfy(piece -> assertThat(piece.source()).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]"));
    }

    @Test
    void messagesNobodyAskedForAreNoMessages() throws ConnectorException {
        server.answer("EXAMINE", "* 3 EXISTS\r\n").answer("FETCH", "* 0 FETCH (UID 6)\r\n* -1 FETCH (UID 7)\r\n"
                + ScriptedServer.fetched(99_999, ScriptedServer.MESSAGE) + ScriptedServer.fetched(1, ScriptedServer.MESSAGE)
                + ScriptedServer.fetched(1, ScriptedServer.MESSAGE));
        CollectedEvidence sink = collect();
        assertThat(sink.of(SentMessage.class)).hasSize(1);
        assertThat(sink.rejected).hasSize(4);
    }

    @Test
    void oddItemsOfAnAnswerArePassedOver() throws ConnectorException {
        String nested = "(".repeat(100_000) + "\"text\"" + ")".repeat(100_000);
        server.answer("FETCH", "* 1 FETCH (UID x ENVELOPE (NIL ((((())))) NIL) BODYSTRUCTURE " + nested + " FLAGS (\\Seen) UID 1 "
                + "BODY[HEADER]<0> {" + ScriptedServer.MESSAGE.length() + "}\r\n" + ScriptedServer.MESSAGE + ")\r\n");
        assertThat(collect().of(ReceivedMessage.class)).hasSize(1);
    }

    @Test
    void aFolderThatClaimsBillionsOfMessagesAndGivesNoneIsBroken() throws ConnectorException {
        server.answer("EXAMINE", "* 2147483647 EXISTS\r\n").answer("FETCH", "");
        assertBroken(collect(), EvidenceKind.SENT_MESSAGE, "gives none of the messages");
    }

    @Test
    void aRefusalIsQuotedWithoutItsEscapeSequences() throws ConnectorException {
        server.refuse("AUTHENTICATE", "\u001b]0;pwned\u0007\u001b[31mfake\u001b[0m");
        CollectedEvidence sink = collect();
        assertBroken(sink, EvidenceKind.SENT_MESSAGE, "?[31mfake");
        assertThat(sink.coverage).allSatisfy(
                piece -> assertThat(piece.reason().orElse("")).doesNotContain("\u001b", "\u0007"));
    }

    @Test
    void aConnectionThatIsSignedInAlreadyIsNobodysMailbox() throws ConnectorException {
        server.greets("* PREAUTH evil\r\n");
        assertBroken(collect(), EvidenceKind.SENT_MESSAGE, "PREAUTH");
        assertThat(server.said()).noneMatch(line -> line.contains("AUTHENTICATE"));
    }

    @Test
    void noPasswordLeavesWhereStartTlsIsStripped() throws ConnectorException {
        server.refuse("STARTTLS", "what is that");
        CollectedEvidence sink = Scans.of(server.start().port()).by(Security.STARTTLS).collect();
        assertBroken(sink, EvidenceKind.SENT_MESSAGE, "nothing was sent in clear");
        assertThat(server.said()).noneMatch(line -> line.contains("AUTHENTICATE") || line.contains("LOGIN"));
    }

    @Test
    void bytesInjectedBehindStartTlsEndTheConnection() throws ConnectorException {
        server.on("STARTTLS", (peer, tag, arguments) -> peer.write(tag + " OK go\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n"));
        CollectedEvidence sink = Scans.of(server.start().port()).by(Security.STARTTLS).collect();
        assertBroken(sink, EvidenceKind.SENT_MESSAGE, "behind STARTTLS");
        assertThat(server.said()).hasSize(1);
    }

    @Test
    void anAuthenticatedGreetingBeforeStartTlsIsRefused() throws ConnectorException {
        server.greets("* PREAUTH evil\r\n");
        CollectedEvidence sink = Scans.of(server.start().port()).by(Security.STARTTLS).collect();
        assertBroken(sink, EvidenceKind.SENT_MESSAGE, "signed in already");
    }

    @Test
    void aBrokenMailboxDoesNoHarmToTheNext() throws ConnectorException {
        server.on("EXAMINE", (peer, tag, arguments) -> peer.write("* 1 EXISTS\r\n" + tag + " OK done\r\n"));
        server.on("AUTHENTICATE", (peer, tag, arguments) -> {
            String who = new String(java.util.Base64.getDecoder().decode(arguments.split(" ")[1]),
                    java.nio.charset.StandardCharsets.UTF_8);
            peer.write(who.contains("evil") ? "nonsense\r\n" : tag + " OK in\r\n");
        });
        CollectedEvidence sink = Scans.of(server.start().port()).over("evil@shop.example", Scans.MAILBOX).collect();
        assertThat(sink.of(SentMessage.class)).hasSize(1);
        assertThat(sink.coverage).filteredOn(piece -> piece.mailbox().orElseThrow().text().startsWith("evil"))
                .isNotEmpty().allMatch(piece -> piece.isBroken() && piece.state() == State.NOT_COLLECTED);
    }
}
