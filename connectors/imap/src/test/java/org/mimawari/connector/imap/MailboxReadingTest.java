package org.mimawari.connector.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mimawari.connector.ConnectorException;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Coverage.State;
import org.mimawari.evidence.Delegation;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.SentMessage;

@Timeout(20)
class MailboxReadingTest {

    private static final String OTHERS = ScriptedServer.MESSAGE.replace("info@", "other@");
    private final ScriptedServer server = ScriptedServer.honest();

    @AfterEach
    void stop() {
        server.close();
    }

    private CollectedEvidence collect() throws ConnectorException {
        return Scans.of(server.start().port()).collect();
    }

    private static List<Coverage> of(CollectedEvidence sink, EvidenceKind kind) {
        return sink.coverage.stream().filter(piece -> piece.kind() == kind).toList();
    }

    @Test
    void onlyCommandsThatLookAreSent() throws ConnectorException {
        server.answer("CAPABILITY", "* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN ID ACL NAMESPACE SAVEDATE METADATA QUOTA\r\n");
        collect();
        assertThat(server.said()).isNotEmpty().allMatch(line -> line.matches(
                "m\\d+ (CAPABILITY|ID|AUTHENTICATE|NAMESPACE|LIST|EXAMINE|FETCH|GETACL|MYRIGHTS|GETMETADATA|GETQUOTAROOT|LOGOUT)( .*)?"));
        assertThat(server.said()).filteredOn(line -> line.contains("BODY")).isNotEmpty().allMatch(line -> line.contains("BODY.PEEK["));
        assertThat(server.said()).anyMatch(line -> line.contains("ID (\"name\" \"mimawari\""));
        assertThat(server.said()).last().asString().contains("LOGOUT");
    }

    @Test
    void aMailboxThatMayNotBeOpenedIsNoEmptyMailbox() throws ConnectorException {
        server.answer("LIST", "* LIST () \"/\" INBOX\r\n").refuse("EXAMINE", "[NONEXISTENT] Mailbox doesn't exist: INBOX");
        CollectedEvidence sink = collect();
        assertThat(sink.evidence).isEmpty();
        for (EvidenceKind kind : List.of(EvidenceKind.SENT_MESSAGE, EvidenceKind.NON_DELIVERY_REPORT)) {
            assertThat(of(sink, kind)).isNotEmpty().allSatisfy(piece -> {
                assertThat(piece.isBroken()).isTrue();
                assertThat(piece.reason().orElse("")).contains("Mailbox doesn't exist: INBOX");
            });
        }
    }

    @Test
    void aConnectionThatBreaksGoesOnWhereItStopped() throws ConnectorException {
        AtomicInteger fetches = new AtomicInteger();
        server.answer("LIST", "* LIST () \"/\" INBOX\r\n").answer("EXAMINE", "* 700 EXISTS\r\n").on("FETCH", (peer, tag, arguments) -> {
            if (fetches.incrementAndGet() == 2) {
                peer.write(message(501) + "* BYE gone\r\n");
                peer.socket.close();
                return;
            }
            String[] range = arguments.split("[ :]");
            give(peer, tag, Integer.parseInt(range[0]), Integer.parseInt(range[1]));
        });
        CollectedEvidence sink = collect();
        assertThat(sink.of(ReceivedMessage.class)).hasSize(700);
        assertThat(server.said()).anyMatch(line -> line.contains("FETCH 502:700 "));
        assertThat(sink.rejected).isEmpty();
    }

    private static void give(ScriptedServer.Peer peer, String tag, int from, int to) throws IOException {
        StringBuilder all = new StringBuilder();
        for (int i = from; i <= to; i++) {
            all.append(message(i));
        }
        peer.write(all + tag + " OK done\r\n");
    }

    private static String message(int number) {
        return ScriptedServer.fetched(number, OTHERS.replace("<1@", "<" + number + "@"));
    }

    @Test
    void aServerThatKeepsBreakingOffIsNamedWithWhatItGave() throws ConnectorException {
        server.answer("EXAMINE", "* 3 EXISTS\r\n").on("FETCH", (peer, tag, arguments) -> {
            peer.write(ScriptedServer.fetched(1, ScriptedServer.MESSAGE) + "* BYE gone\r\n");
            peer.socket.close();
        });
        assertThat(of(collect(), EvidenceKind.SENT_MESSAGE)).singleElement().satisfies(piece -> {
            assertThat(piece.state()).isEqualTo(State.PARTIAL);
            assertThat(piece.reason().orElse("")).contains("of 3 messages 1 were read", "gone");
        });
    }

    @Test
    void aMessageTheServerCannotGiveIsNamedAndTheOthersAreRead() throws ConnectorException {
        server.answer("LIST", "* LIST () \"/\" INBOX\r\n").answer("EXAMINE", "* 3 EXISTS\r\n").on("FETCH", (peer, tag, arguments) -> {
            if (arguments.startsWith("2 ")) {
                peer.write(tag + " NO [SERVERBUG] message is broken\r\n".replace("[SERVERBUG]", "[CORRUPTION]"));
            } else {
                peer.write(message(1) + message(3) + tag + " OK done\r\n");
            }
        });
        CollectedEvidence sink = collect();
        assertThat(sink.of(ReceivedMessage.class)).hasSize(2);
        assertThat(sink.rejected).singleElement().asString().contains("message is broken");
    }

    @Test
    void rightsOfOthersAreDelegations() throws ConnectorException {
        server.answer("CAPABILITY", "* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN ACL\r\n");
        server.answer("GETACL", "* ACL INBOX info@shop.example lrswipkxtea thief@evil.example lrs anyone r -x lr\r\n");
        CollectedEvidence sink = collect();
        assertThat(sink.of(Delegation.class)).extracting(Delegation::grantee)
                .containsExactlyInAnyOrder("thief@evil.example", "anyone", "thief@evil.example", "anyone");
        assertThat(sink.of(Delegation.class)).allMatch(right -> right.rights().contains("ReadItems"));
        assertThat(of(sink, EvidenceKind.DELEGATION)).extracting(Coverage::state).containsExactly(State.COLLECTED);
    }

    @Test
    void refusedRightsAreAGapWithTheServersReason() throws ConnectorException {
        server.answer("CAPABILITY", "* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN ACL\r\n").refuse("GETACL", "[NOPERM] no");
        server.answer("MYRIGHTS", "* MYRIGHTS INBOX lr\r\n");
        assertThat(of(collect(), EvidenceKind.DELEGATION)).singleElement()
                .satisfies(piece -> assertThat(piece.reason().orElse("")).contains("[NOPERM] no", "own rights are lr"));
    }

    @Test
    void foldersOfOtherPeopleAreLeftAlone() throws ConnectorException {
        server.answer("CAPABILITY", "* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN NAMESPACE\r\n");
        server.answer("NAMESPACE", "* NAMESPACE ((\"\" \"/\")) ((\"shared/\" \"/\")) NIL\r\n");
        server.answer("LIST", "* LIST () \"/\" INBOX\r\n* LIST (\\Sent) \"/\" Sent\r\n* LIST () \"/\" shared/boss/Sent\r\n");
        collect();
        assertThat(server.said()).noneMatch(line -> line.contains("shared"));
    }

    @Test
    void aFolderFullOfTheOwnersMailIsASentFolder() throws ConnectorException {
        server.answer("LIST", "* LIST () \"/\" INBOX\r\n* LIST () \"/\" Projects\r\n");
        CollectedEvidence sink = collect();
        assertThat(sink.of(SentMessage.class)).singleElement()
                .satisfies(sent -> assertThat(sent.ref().source()).endsWith("/Projects"));
        assertThat(of(sink, EvidenceKind.SENT_MESSAGE)).extracting(Coverage::state).containsExactly(State.COLLECTED);
    }

    @Test
    void draftsThatWereDeletedWereNeverSent() throws ConnectorException {
        server.answer("LIST", "* LIST () \"/\" INBOX\r\n* LIST (\\Trash) \"/\" Trash\r\n");
        server.answer("FETCH", ScriptedServer.fetched(1, ScriptedServer.MESSAGE).replace("(UID", "(FLAGS (\\Seen \\Draft) UID"));
        assertThat(collect().of(SentMessage.class)).isEmpty();
    }

    @Test
    void sentMailInTheTrashIsStillSentMail() throws ConnectorException {
        server.answer("LIST", "* LIST () \"/\" INBOX\r\n* LIST (\\Trash) \"/\" Trash\r\n");
        assertThat(collect().of(SentMessage.class)).hasSize(1);
    }

    @Test
    void longHeadersGetALongerLook() throws ConnectorException {
        String many = ScriptedServer.MESSAGE.replace("\r\n\r\n", "\r\nCc: " + "b@partner.example,\r\n ".repeat(10_000) + "c@x.example\r\n\r\n");
        server.answer("LIST", "* LIST (\\Sent) \"/\" Sent\r\n* LIST () \"/\" INBOX\r\n").on("FETCH", (peer, tag, arguments) ->
                peer.write(ScriptedServer.fetched(1, arguments.contains("<0.65536>") ? many.substring(0, 65_536) : many)
                        + tag + " OK done\r\n"));
        CollectedEvidence sink = collect();
        assertThat(server.said()).anyMatch(line -> line.contains("<0.1048576>"));
        assertThat(sink.of(SentMessage.class)).hasSize(1);
        assertThat(of(sink, EvidenceKind.SENT_MESSAGE)).allMatch(piece -> piece.state() == State.COLLECTED);
    }

    @Test
    void manyMailboxesAtOnceGiveWhatOneAfterTheOtherGives() throws ConnectorException {
        server.answer("EXAMINE", "* 2 EXISTS\r\n").answer("FETCH", message(1) + message(2));
        String[] all = new String[20];
        for (int i = 0; i < all.length; i++) {
            all[i] = "user" + i + "@shop.example";
        }
        CollectedEvidence sink = Scans.of(server.start().port()).over(all).collect();
        assertThat(sink.of(SentMessage.class)).hasSize(40);
        assertThat(sink.of(ReceivedMessage.class)).hasSize(40);
    }
}
