package org.mimawari.connector.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mimawari.connector.ConnectorException;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Coverage.State;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.RuleTrait;
import org.mimawari.evidence.SentMessage;

@Timeout(20)
class SurroundingsTest {

    private static final String RUNS_SCRIPTS = "METADATA IMAPSIEVE=sieve://mail.shop.example";
    private final ScriptedServer server = ScriptedServer.honest();

    @AfterEach
    void stop() {
        server.close();
    }

    private CollectedEvidence collect(String offers) throws ConnectorException {
        server.answer("CAPABILITY", "* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN " + offers + "\r\n");
        return Scans.of(server.start().port()).collect();
    }

    private static List<Coverage> of(CollectedEvidence sink, EvidenceKind kind) {
        return sink.coverage.stream().filter(piece -> piece.kind() == kind).toList();
    }

    private void names(String folder, String annotations) {
        server.on("GETMETADATA", (peer, tag, arguments) -> peer.write((arguments.contains(folder)
                ? "* METADATA " + folder + " (" + annotations + ")\r\n" : "") + tag + " OK done\r\n"));
    }

    @Test
    void aScriptThatRunsOnChangesInAFolderIsARuleWhoseContentsAreNotVisible() throws ConnectorException {
        names("\"INBOX\"", "/shared/imapsieve/script {5}\r\nsteal /private/imapsieve/script NIL");
        CollectedEvidence sink = collect(RUNS_SCRIPTS);
        assertThat(sink.of(MailboxRule.class)).singleElement().satisfies(rule -> {
            assertThat(rule.name()).isEqualTo("imapsieve:steal");
            assertThat(rule.readable()).isFalse();
            assertThat(rule.traits()).isEmpty();
            assertThat(rule.ref().locator()).isEqualTo("metadata:INBOX:/shared/imapsieve/script");
        });
        assertThat(of(sink, EvidenceKind.MAILBOX_RULE)).singleElement()
                .matches(piece -> piece.state() == State.PARTIAL && !piece.isBroken());
    }

    @Test
    void theServerAndTheFoldersAThiefCaresForAreAskedOnceEachForThatAnnotationOnly() throws ConnectorException {
        collect(RUNS_SCRIPTS);
        String names = " (/shared/imapsieve/script /private/imapsieve/script)";
        assertThat(server.said()).filteredOn(line -> line.contains("GETMETADATA")).extracting(line -> line.substring(line.indexOf(' ') + 1))
                .containsExactlyInAnyOrder("GETMETADATA (MAXSIZE 512) \"\"" + names, "GETMETADATA (MAXSIZE 512) \"INBOX\"" + names,
                        "GETMETADATA (MAXSIZE 512) \"Sent\"" + names);
    }

    @Test
    void aScriptForAllFoldersIsFoundWhereOnlyTheServerHasAnnotations() throws ConnectorException {
        names("\"\"", "/shared/imapsieve/script \"all\"");
        CollectedEvidence sink = collect("METADATA-SERVER IMAPSIEVE=sieve://mail.shop.example");
        assertThat(sink.of(MailboxRule.class)).extracting(MailboxRule::name).containsExactly("imapsieve:all");
        assertThat(server.count("GETMETADATA")).isEqualTo(1);
    }

    @Test
    void aScriptDoesNothingWhereTheServerRunsNone() throws ConnectorException {
        names("\"INBOX\"", "/shared/imapsieve/script steal");
        assertThat(collect("METADATA").of(MailboxRule.class)).singleElement()
                .satisfies(rule -> assertThat(rule.traits()).containsExactly(RuleTrait.INACTIVE_SCRIPT));
    }

    @Test
    void aPrivateAnnotationIsShownThoughNoServerRunsItsScript() throws ConnectorException {
        names("\"INBOX\"", "/private/imapsieve/script steal");
        assertThat(collect(RUNS_SCRIPTS).of(MailboxRule.class)).singleElement()
                .satisfies(rule -> assertThat(rule.traits()).containsExactly(RuleTrait.INACTIVE_SCRIPT));
    }

    @Test
    void aNameThatIsTooLongHidesNoScript() throws ConnectorException {
        server.on("GETMETADATA", (peer, tag, arguments) -> peer.write(tag + " OK [METADATA LONGENTRIES 60000] done\r\n"));
        assertThat(collect(RUNS_SCRIPTS).of(MailboxRule.class)).hasSize(3).allMatch(rule -> rule.name().equals("imapsieve:"));
    }

    @Test
    void nothingIsAskedThatIsNotOffered() throws ConnectorException {
        CollectedEvidence sink = collect("ACL");
        assertThat(server.said()).noneMatch(line -> line.contains("GETMETADATA") || line.contains("GETQUOTAROOT"));
        assertThat(of(sink, EvidenceKind.MAILBOX_RULE)).isEmpty();
    }

    @Test
    void aRefusalIsAGapWhereTheServerRunsScripts() throws ConnectorException {
        server.refuse("GETMETADATA", "[NOPERM] no");
        assertThat(of(collect(RUNS_SCRIPTS), EvidenceKind.MAILBOX_RULE)).singleElement().satisfies(piece -> {
            assertThat(piece.isBroken()).isTrue();
            assertThat(piece.reason().orElse("")).contains("NO to GETMETADATA: [NOPERM] no");
        });
    }

    @Test
    void aRefusalIsNoGapWhereItRunsNone() throws ConnectorException {
        server.refuse("GETMETADATA", "[NOPERM] no").refuse("GETQUOTAROOT", "[NOPERM] no");
        CollectedEvidence sink = collect("METADATA QUOTA");
        assertThat(of(sink, EvidenceKind.MAILBOX_RULE)).isEmpty();
        assertThat(sink.coverage).noneMatch(Coverage::isBroken);
    }

    @Test
    void aGiantLiteralEndsTheConnectionAndIsAGap() throws ConnectorException {
        server.on("GETMETADATA", (peer, tag, arguments) -> {
            peer.write("* METADATA INBOX (/shared/imapsieve/script {4294967295}\r\nx");
            peer.reply();
        });
        CollectedEvidence sink = collect(RUNS_SCRIPTS);
        assertThat(of(sink, EvidenceKind.MAILBOX_RULE)).singleElement().matches(Coverage::isBroken)
                .satisfies(piece -> assertThat(piece.reason().orElse("")).contains("literal of 4294967295"));
        assertThat(sink.of(SentMessage.class)).hasSize(1);
        assertThat(of(sink, EvidenceKind.SENT_MESSAGE)).noneMatch(Coverage::isBroken);
    }

    @Test
    void endlessAnnotationsAreCutOffAndAGap() throws ConnectorException {
        server.on("GETMETADATA", (peer, tag, arguments) -> flood(peer, "* METADATA INBOX (/private/comment secret)\r\n".repeat(999)));
        CollectedEvidence sink = collect(RUNS_SCRIPTS);
        assertThat(of(sink, EvidenceKind.MAILBOX_RULE)).singleElement().matches(Coverage::isBroken);
        assertThat(sink.coverage.toString() + sink.evidence).doesNotContain("secret");
    }

    private static void flood(ScriptedServer.Peer peer, String text) throws IOException {
        while (!peer.socket.isClosed()) {
            peer.write(text);
        }
    }

    @Test
    void oddNamesAreShownWithoutControlCharacters() throws ConnectorException {
        names("\"INBOX\"", "/shared/x\u202e\u001b/imapsieve/script {4}\r\na\r\nb /private/imapsieve/script \"" + "\u202e送".repeat(40) + "\"");
        CollectedEvidence sink = collect(RUNS_SCRIPTS);
        assertThat(sink.of(MailboxRule.class)).hasSize(2).allSatisfy(rule ->
                assertThat(rule.name() + rule.ref().locator()).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]"));
    }

    @Test
    void aBusyServerIsAskedAgainForWhatIsStillMissingOnly() throws ConnectorException {
        int[] asked = {0};
        server.answer("GETACL", "* ACL INBOX thief lr\r\n").on("GETMETADATA", (peer, tag, arguments) ->
                peer.write(tag + (asked[0]++ == 0 ? " NO [UNAVAILABLE] later\r\n" : " OK done\r\n")));
        CollectedEvidence sink = collect("ACL " + RUNS_SCRIPTS);
        assertThat(sink.coverage).noneMatch(Coverage::isBroken);
        assertThat(of(sink, EvidenceKind.DELEGATION)).hasSize(1);
        assertThat(server.count("GETACL")).isEqualTo(2);
    }

    @Test
    void aFullMailboxIsSaidWithTheMailThatCameIn() throws ConnectorException {
        server.answer("GETQUOTAROOT", "* QUOTAROOT INBOX \"User quota\"\r\n* QUOTA \"User quota\" (STORAGE 487 512)\r\n");
        CollectedEvidence sink = collect("QUOTA");
        assertThat(of(sink, EvidenceKind.NON_DELIVERY_REPORT)).anySatisfy(piece -> {
            assertThat(piece.state()).isEqualTo(State.PARTIAL);
            assertThat(piece.isBroken()).isFalse();
            assertThat(piece.reason().orElse("")).contains("full to 95 %");
        });
        assertThat(of(sink, EvidenceKind.SENT_MESSAGE)).allMatch(piece -> piece.state() == State.COLLECTED);
    }

    @Test
    void aMailboxWithRoomIsNotWorthAWord() throws ConnectorException {
        server.answer("GETQUOTAROOT", "* QUOTAROOT INBOX a b\r\n* QUOTA a (STORAGE 486 512)\r\n* QUOTA b (STORAGE 99999999999999999999 1)\r\n");
        assertThat(collect("QUOTA=RES-STORAGE").coverage).filteredOn(piece -> piece.state() == State.PARTIAL).isEmpty();
        assertThat(server.count("GETQUOTAROOT \"INBOX\"")).isEqualTo(1);
    }

    @Test
    void aQuotaAnswerThatIsNoneLeavesTheMailWhole() throws ConnectorException {
        server.on("GETQUOTAROOT", (peer, tag, arguments) -> peer.write("* QUOTA {4294967295}\r\n"));
        CollectedEvidence sink = collect("QUOTA");
        assertThat(sink.coverage).noneMatch(Coverage::isBroken);
        assertThat(sink.of(ReceivedMessage.class).size() + sink.of(SentMessage.class).size()).isPositive();
        assertThat(server.count("GETQUOTAROOT")).isEqualTo(1);
    }
}
