package org.mimawari.connector.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.Checkpoints;
import org.mimawari.connector.CheckpointsInMemory;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.imap.protocol.ImapClient.Examined;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.ReceivedMessage;

class LaterRoundsTest {

    private final ScriptedServer server = ScriptedServer.honest().answer("LIST", "* LIST () \"/\" INBOX\r\n");
    private final Checkpoints checkpoints = new CheckpointsInMemory();

    @AfterEach
    void stop() {
        server.close();
    }

    /** An inbox whose first message has this UID, and the following ones the next. */
    private void holds(int messages, int firstUid, String codes) {
        server.answer("EXAMINE", "* " + messages + " EXISTS\r\n" + codes);
        server.on("FETCH", (peer, tag, arguments) -> {
            String[] range = arguments.split("[ :]");
            int last = range[1].startsWith("(") ? Integer.parseInt(range[0]) : Integer.parseInt(range[1]);
            for (int i = Integer.parseInt(range[0]); i <= last; i++) {
                peer.write(message(i, firstUid + i - 1));
            }
            peer.write(tag + " OK done\r\n");
        });
        server.on("UID", (peer, tag, arguments) -> uids(peer, tag, arguments, new int[] {messages, firstUid}));
    }

    private static void uids(ScriptedServer.Peer peer, String tag, String arguments, int[] folder) throws IOException {
        int from = Integer.parseInt(arguments.split("[ :]")[1]);
        int last = folder[1] + folder[0] - 1;
        for (int uid = Math.max(folder[1], Math.min(from, last)); uid <= last; uid++) {
            peer.write("* " + (uid - folder[1] + 1) + " FETCH (UID " + uid + ")\r\n");
        }
        peer.write(tag + " OK done\r\n");
    }

    private static String message(int number, int uid) {
        return ScriptedServer.fetched(number, ScriptedServer.MESSAGE.replace("info@", "boss@").replace("<1@", "<" + uid + "@"))
                .replace("UID " + (100 + number), "UID " + uid);
    }

    private static String codes(int validity, int nextUid, int modSeq) {
        return "* OK [UIDVALIDITY " + validity + "] ok\r\n* OK [UIDNEXT " + nextUid + "] ok\r\n"
                + (modSeq > 0 ? "* OK [HIGHESTMODSEQ " + modSeq + "] ok\r\n" : "");
    }

    private List<String> round() throws ConnectorException {
        CollectedEvidence sink = Scans.of(server.port()).collect(checkpoints);
        assertThat(sink.coverage).filteredOn(piece -> piece.source().endsWith("INBOX")).isNotEmpty()
                .noneMatch(Coverage::isBroken);
        return sink.of(ReceivedMessage.class).stream().map(mail -> mail.ref().locator()).toList();
    }

    @Test
    void aLaterRoundReadsOnlyWhatWasAdded() throws ConnectorException {
        server.start();
        holds(3, 10, codes(1, 13, 0));
        assertThat(round()).containsExactly("message:10", "message:11", "message:12");
        holds(5, 10, codes(1, 15, 0));
        assertThat(round()).containsExactly("message:13", "message:14");
        assertThat(server.said()).anyMatch(line -> line.contains("UID FETCH 13:* (UID)"))
                .anyMatch(line -> line.contains("FETCH 4:5 "));
    }

    @Test
    void aFolderInWhichNothingHappenedIsNotAskedAnything() throws ConnectorException {
        server.start();
        holds(3, 10, codes(1, 13, 77));
        round();
        long fetches = server.count("FETCH");
        assertThat(round()).isEmpty();
        assertThat(server.count("FETCH")).isEqualTo(fetches);
    }

    @Test
    void theModificationSequenceTellsWhereUidnextDoesNot() throws ConnectorException {
        server.start();
        checkpoints.put("imap:127.0.0.1/info@shop.example/INBOX", "1 1 12 77 RECEIVED headers");
        holds(3, 10, "* OK [UIDVALIDITY 1] ok\r\n* OK [HIGHESTMODSEQ 77] ok\r\n");
        assertThat(round()).isEmpty();
        assertThat(server.count("UID FETCH")).isZero();
    }

    @Test
    void aFolderMadeAnewIsReadWhole() throws ConnectorException {
        server.start();
        holds(3, 10, codes(1, 13, 0));
        round();
        holds(4, 1, codes(2, 5, 0));
        assertThat(round()).containsExactly("message:1", "message:2", "message:3", "message:4");
    }

    @Test
    void deletedMessagesShiftNumbersButHideNothingNew() throws ConnectorException {
        server.start();
        holds(3, 10, codes(1, 13, 0));
        round();
        holds(2, 12, codes(1, 14, 0));
        assertThat(round()).containsExactly("message:13");
        holds(0, 1, codes(1, 14, 0));
        assertThat(round()).isEmpty();
    }

    @Test
    void aServerThatTellsNoUidnextIsReadWholeEveryTime() throws ConnectorException {
        server.start();
        holds(2, 10, "* OK [UIDVALIDITY 1] ok\r\n");
        assertThat(round()).hasSize(2);
        assertThat(round()).hasSize(2);
    }

    @Test
    void aFolderThatWasNotReadWholeIsReadAgain() throws ConnectorException {
        server.start();
        holds(3, 10, codes(1, 13, 0));
        server.refuse("FETCH", "[SERVERBUG] broken");
        Scans.of(server.port()).collect(checkpoints);
        holds(3, 10, codes(1, 13, 0));
        assertThat(round()).hasSize(3);
    }

    @Test
    void nonsenseInTheMemoryIsNoReasonToSkipMail() throws ConnectorException {
        server.start();
        for (String state : List.of("", "1", "1 1 x 0 RECEIVED headers", "1 1 99 0 NOTHING headers",
                "2 1 99 0 RECEIVED headers")) {
            checkpoints.put("imap:127.0.0.1/info@shop.example/INBOX", state);
            holds(3, 10, codes(1, 13, 0));
            assertThat(round()).as(state).hasSize(3);
        }
    }

    @Test
    void textsThatWereNotReadBeforeAreReadOnceTheyAreWanted() {
        FolderCheckpoint headers = new FolderCheckpoint(1, 12, 0, FolderUse.SENT, false);
        Examined now = new Examined(3, 1, 13, 0);
        assertThat(headers.holdsFor(now, FolderUse.SENT, false)).isTrue();
        assertThat(headers.holdsFor(now, FolderUse.SENT, true)).isFalse();
        assertThat(headers.holdsFor(now, FolderUse.ASIDE, false)).isFalse();
        assertThat(FolderCheckpoint.of(headers.text())).isEqualTo(Optional.of(headers));
    }
}
