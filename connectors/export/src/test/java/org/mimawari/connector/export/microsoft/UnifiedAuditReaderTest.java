package org.mimawari.connector.export.microsoft;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.connector.export.microsoft.AuditStory.read;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.export.Preview;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.SignIn;

class UnifiedAuditReaderTest {

    private static final String LOGIN = AuditStory.record("UserLoggedIn").with("ClientIP", "192.0.2.7:443")
            .with("ErrorNumber", "0").line();
    private static final String FILE = AuditStory.record("FileAccessed").with("Id", "f-1")
            .with("ObjectId", "https://x.example/\"Operation\":\"New-InboxRule\"").line();
    private static final String PURVIEW =
            "RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits\r\n";

    @Test
    void readsOneObjectALine() {
        SignIn signIn = read(LOGIN + "\r\n").evidence(SignIn.class).get(0);

        assertThat(signIn.mailbox().orElseThrow()).hasToString("info@shop.example");
        assertThat(signIn.time()).contains(Instant.parse("2026-03-14T13:05:00Z"));
        assertThat(signIn.ip().orElseThrow()).hasToString("192.0.2.7");
        assertThat(signIn.ref().locator()).isEqualTo("line:1");
        assertThat(signIn.ref().recordId()).contains("0a1b2c3d-0000-4000-8000-000000000001");
    }

    @Test
    void readsTheSameRecordInEveryWrapping() {
        String inText = LOGIN.replace("\\", "\\\\").replace("\"", "\\\"");
        String outer = "{\"RecordType\":15,\"CreationDate\":\"\\/Date(1)\\/\",\"UserIds\":\"x\","
                + "\"Operations\":\"UserLoggedIn\"";

        SignIn plain = read(LOGIN).evidence(SignIn.class).get(0);
        for (String wrapped : new String[] {"[" + LOGIN + "]", "[\n" + LOGIN + "\n]", "{\"value\":[" + LOGIN + "]}",
                LOGIN.replace(",", ",\n  ").replace("{", "{\n  "), outer + ",\"AuditData\":\"" + inText + "\"}",
                "[" + outer + ",\"AuditData\":" + LOGIN + "}]",
                "{\"@odata.context\":\"x\",\"value\":[{\"id\":\"1\",\"operation\":\"UserLoggedIn\","
                        + "\"auditData\":" + LOGIN + "}]}"}) {
            RecordingSink sink = read(wrapped);
            assertThat(sink.evidence(SignIn.class)).as(wrapped).singleElement()
                    .usingRecursiveComparison().ignoringFields("origin.ref").isEqualTo(plain);
            assertThat(sink.admitted()).isEqualTo(1);
        }
    }

    @Test
    void readsPurviewRows() {
        RecordingSink sink = read("a.csv", PURVIEW + row("1", "UserLoggedIn", LOGIN) + row("2", "FileAccessed", FILE));

        assertThat(sink.evidence(SignIn.class)).singleElement()
                .satisfies(one -> assertThat(one.ref().locator()).isEqualTo("line:2"));
        assertThat(sink.rejected()).isEmpty();
    }

    @Test
    void readsColumnsInAnyOrderBehindThePowerShellTypeLine() {
        String csv = "#TYPE Deserialized.AuditRecord\r\n\"AuditData\",\"Identity\",\"ResultIndex\",\"Operations\"\r\n\""
                + doubled(LOGIN) + "\",\"abc\",\"1\",\"UserLoggedIn\"\r\n";

        assertThat(read("a.csv", csv).evidence(SignIn.class)).hasSize(1);
    }

    @Test
    void readsUtf16AsPowerShellWritesIt() {
        String csv = PURVIEW + row("1", "UserLoggedIn", LOGIN);

        assertThat(read("a.csv", csv.getBytes(UTF_16)).evidence(SignIn.class)).hasSize(1);
        assertThat(read("a.json", LOGIN.getBytes(UTF_16LE)).evidence(SignIn.class)).hasSize(1);
    }

    @Test
    void countsTheSameRecordOnceWhereverItStands() {
        RecordingSink sink = read(LOGIN + "\n" + LOGIN.replace("0a1b2c3d", "0A1B2C3D") + "\n" + FILE + "\n" + FILE);

        assertThat(sink.evidence()).hasSize(1);
        assertThat(sink.admitted()).isEqualTo(2);
        assertThat(sink.duplicates()).isEqualTo(2);
    }

    @Test
    void tellsRecordsWithoutIdApartByTheirContents() {
        String bare = LOGIN.replace("\"Id\"", "\"NoId\"");

        RecordingSink sink = read(bare + "\n" + bare + "\n" + bare.replace("13:05", "13:06") + "\n");

        assertThat(sink.admitted()).isEqualTo(2);
        assertThat(sink.duplicates()).isEqualTo(1);
    }

    @Test
    void aCreatedAccountDoesNotVanishWithItsDetails() {
        String cut = AuditStory.byAdmin("Add user.").line().substring(0, 60);
        RecordingSink sink = read("a.csv", PURVIEW
                + "1,2026-03-14T13:05:00.0000000Z,8,Add user.,admin@shop.example,,\r\n"
                + "2,2026-03-14T13:06:00.0000000Z,8,Add user.,admin@shop.example,\"" + doubled(cut) + "\",\r\n");

        assertThat(sink.evidence(SettingChange.class)).hasSize(2)
                .allSatisfy(change -> assertThat(change.topic()).isEqualTo(SettingTopic.USER_CREATED))
                .allSatisfy(change -> assertThat(change.actor().user()).contains("admin@shop.example"))
                .extracting(change -> change.time().orElseThrow().toString())
                .containsExactly("2026-03-14T13:05:00Z", "2026-03-14T13:05:00Z");
        assertThat(coverage(sink, EvidenceKind.SETTING_CHANGE).reason()).hasValueSatisfying(
                why -> assertThat(why).startsWith("2 records have no details or cut ones"));
        assertThat(sink.rejected()).isEmpty();
    }

    @Test
    void aFileCutInTheMiddleOfARowKeepsWhatTheRowSays() {
        String file = PURVIEW + row("1", "UserLoggedIn", LOGIN) + row("2", "Add user.",
                AuditStory.byAdmin("Add user.").line());

        RecordingSink sink = read("a.csv", file.substring(0, file.length() - 40));

        assertThat(sink.evidence(SettingChange.class)).singleElement()
                .satisfies(change -> assertThat(change.topic()).isEqualTo(SettingTopic.USER_CREATED));
        assertThat(sink.evidence(SignIn.class)).hasSize(1);
    }

    @Test
    void readsUsDatesOfColumnsWhereTheDetailsAreMissing() {
        RecordingSink sink = read("a.csv", "CreationDate,Operations,UserIds,AuditData\n"
                + "3/14/2026 1:05:00 PM,Add user.,ADMIN@Shop.Example,\n");

        assertThat(sink.evidence(SettingChange.class)).singleElement()
                .satisfies(change -> assertThat(change.time()).contains(Instant.parse("2026-03-14T13:05:00Z")))
                .satisfies(change -> assertThat(change.mailbox().orElseThrow()).hasToString("admin@shop.example"));
    }

    @Test
    void speaksForNobodyElseWhereTheExportIsAboutOneUser() {
        RecordingSink one = read(LOGIN + "\n");
        RecordingSink two = read(LOGIN + "\n" + LOGIN.replace("0001\"", "0002\"").replace("info@", "ceo@") + "\n");

        assertThat(coverage(one, EvidenceKind.SIGN_IN).mailbox()).hasToString("Optional[info@shop.example]");
        assertThat(coverage(two, EvidenceKind.SIGN_IN).mailbox()).isEmpty();
    }

    @Test
    void aBrokenLineCostsThatLine() {
        RecordingSink sink = read(LOGIN + "\n{\"Id\":\"2\",\"Operation\":\"New-Inb\n\0\0\0\nnonsense\n"
                + LOGIN.replace("0001\"", "0002\"") + "\n");

        assertThat(sink.rejected()).hasSize(3);
        assertThat(sink.rejected().get(0)).contains("line:2");
        assertThat(sink.evidence(SignIn.class)).hasSize(2);
    }

    @Test
    void nestingBeyondAllMeasureCostsItsLine() {
        String send = "\n{\"Id\":\"3\",\"Operation\":\"Send\",\"Item\":";
        RecordingSink sink = read(LOGIN + send + "[".repeat(100_000) + send
                + "{\"ParentFolder\":".repeat(100_000) + "\n" + FILE + "\n");

        assertThat(sink.admitted()).isEqualTo(2);
        assertThat(sink.rejected()).hasSize(2);
    }

    @Test
    void anArrayCutInTheMiddleKeepsWhatCameBefore() {
        RecordingSink sink = read("[" + LOGIN + ",\n" + LOGIN.replace("0001\"", "0002\"").substring(0, 100));

        assertThat(sink.evidence(SignIn.class)).hasSize(1);
        assertThat(sink.rejected()).hasSize(1);
        assertThat(coverage(sink, EvidenceKind.SIGN_IN).state()).isEqualTo(Coverage.State.PARTIAL);
    }

    @Test
    void aRecordHiddenBehindAnotherOnItsLineIsRead() {
        String rule = AuditStory.record("New-InboxRule").with("Id", "9").parameters("Name", ".").line();

        assertThat(read(FILE + rule + "\n").evidence()).hasSize(1);
    }

    @Test
    void saysWhichActivityTheLogDoesNotHold() {
        RecordingSink sink = read(LOGIN);

        assertThat(coverage(sink, EvidenceKind.SIGN_IN).state()).isEqualTo(Coverage.State.COLLECTED);
        assertThat(coverage(sink, EvidenceKind.SENT_MESSAGE).state()).isEqualTo(Coverage.State.NOT_COLLECTED);
        assertThat(coverage(sink, EvidenceKind.MAILBOX_RULE).isChangesOnly()).isTrue();
        assertThat(coverage(sink, EvidenceKind.SETTING_CHANGE).state()).isEqualTo(Coverage.State.COLLECTED);
    }

    @Test
    void aSearchThatFoundMoreThanTheFileHasIsPartial() {
        String row = "2026-03-14T13:05:00,info@shop.example,UserLoggedIn,\"" + LOGIN.replace("\"", "\"\"") + "\",1,";
        String header = "CreationDate,UserIds,Operations,AuditData,ResultIndex,ResultCount\n";

        assertThat(coverage(read(header + row + "7211\n"), EvidenceKind.SIGN_IN).reason())
                .contains("the search found 7,211 records, of which 1 are here");
        assertThat(coverage(read(header + row + "1\n"), EvidenceKind.SIGN_IN).state())
                .isEqualTo(Coverage.State.COLLECTED);
    }

    @Test
    void aPageThatNamesANextOneIsPartial() {
        String page = "{\n\"@odata.nextLink\":\"https://graph.example/2\",\n\"value\":[\n" + LOGIN + "]}";

        assertThat(coverage(read(page), EvidenceKind.SIGN_IN).reason()).contains("its last page says that more pages follow");
    }

    @Test
    void recognisesItsOwnFilesOnly() {
        assertThat(sure(LOGIN)).isGreaterThan(80);
        assertThat(sure(PURVIEW + row("1", "x", LOGIN))).isGreaterThan(80);
        assertThat(sure("\"RecordType\",\"CreationDate\",\"UserIds\",\"Operations\",\"AuditData\"\n"))
                .isGreaterThan(80);
        assertThat(sure("{\"createdDateTime\":\"2026-01-01\",\"userPrincipalName\":\"a@b.example\"}")).isZero();
        assertThat(sure("Name,Enabled,ForwardTo\n.,True,x@evil.example\n")).isZero();
    }

    private static int sure(String text) {
        return AuditStory.reader().recognises(new Preview("x", text.getBytes(UTF_16), text));
    }

    private static Coverage coverage(RecordingSink sink, EvidenceKind kind) {
        Optional<Coverage> found = sink.coverage().stream().filter(piece -> piece.kind() == kind).findFirst();
        return found.orElseThrow();
    }

    private static String row(String id, String operation, String data) {
        return id + ",2026-03-14T13:05:00.0000000Z,15," + operation + ",info@shop.example,\"" + doubled(data)
                + "\",\r\n";
    }

    private static String doubled(String text) {
        return text.replace("\"", "\"\"");
    }
}
