package org.mimawari.connector.export.entra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;

class EntraSignInsTest {

    private static final String COLUMNS = "User agent,Date (UTC),Request ID,Correlation ID,Username,Application,"
            + "Application ID ,IP address,Location,Status,Sign-in error code,Failure reason,Client app,Device ID,"
            + "Compliant,Managed,Multifactor authentication result,Authentication requirement,"
            + "Autonomous system  number,Original transfer method,Incoming token type\n";

    @TempDir
    Path folder;

    private ExportFiles files;

    @BeforeEach
    void files() {
        files = new ExportFiles(folder);
    }

    @Test
    void readsABetaSignInWithPlaceNetworkAndSession() {
        SignIn signIn = one(beta("0", "\"sessionId\":\"s-1\",\"autonomousSystemNumber\":64500,\"location\":"
                + "{\"countryOrRegion\":\"jp\",\"geoCoordinates\":{\"latitude\":35.6,\"longitude\":139.7}}"));

        assertThat(signIn.mailbox()).hasToString("Optional[info@energy.example]");
        assertThat(signIn.time()).contains(Instant.parse("2026-03-01T02:00:00Z"));
        assertThat(signIn.place().country()).contains("JP");
        assertThat(signIn.place().network()).contains(64500L);
        assertThat(signIn.place().position()).isPresent();
        assertThat(signIn.session()).contains("s-1");
        assertThat(signIn.outcome()).isEqualTo(SignIn.Outcome.SUCCESS);
    }

    @ParameterizedTest
    @CsvSource({"50126,FAILURE,WRONG_PASSWORD,false", "50034,FAILURE,WRONG_PASSWORD,false",
            "50053,FAILURE,LOCKED,false", "50074,CHALLENGED,MFA,true", "500121,FAILURE,MFA,true",
            "50140,CHALLENGED,PROMPT,true", "65004,CHALLENGED,PROMPT,true", "53003,BLOCKED,OTHER,true",
            "50057,BLOCKED,OTHER,true", "700016,FAILURE,OTHER,false"})
    void tellsWhyItFailed(String code, SignIn.Outcome outcome, SignIn.Failure failure, boolean right) {
        SignIn signIn = one(beta(code, "\"isInteractive\":true"));

        assertThat(signIn.outcome()).isEqualTo(outcome);
        assertThat(signIn.failure()).contains(failure);
        assertThat(signIn.traits().contains(SignInTrait.PASSWORD_RIGHT)).isEqualTo(right);
        assertThat(signIn.errorCode()).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"IMAP4,IMAP", "POP3,POP", "Authenticated SMTP,SMTP", "Exchange ActiveSync,ACTIVESYNC",
            "Exchange Web Services,EWS", "MAPI Over HTTP,MAPI", "Other clients,LEGACY", "Browser,WEB",
            "Mobile Apps and Desktop clients,OAUTH", "AutoDiscover,LEGACY"})
    void namesTheProtocolOfTheClient(String used, SignIn.Protocol protocol) {
        assertThat(one(beta("0", "\"clientAppUsed\":\"" + used + "\"")).protocol()).isEqualTo(protocol);
    }

    @Test
    void seesDeviceCodeAlsoInTheTokenThatWasTransferred() {
        SignIn signIn = one(beta("0", "\"isInteractive\":false,\"originalTransferMethod\":\"deviceCodeFlow\""));

        assertThat(signIn.traits()).contains(SignInTrait.DEVICE_CODE, SignInTrait.NON_INTERACTIVE);
    }

    @Test
    void seesPasswordsGivenToAnApplication() {
        SignIn signIn = one(beta("0", "\"authenticationProtocol\":\"ropc\","
                + "\"authenticationRequirement\":\"singleFactorAuthentication\""));

        assertThat(signIn.traits()).containsExactlyInAnyOrder(SignInTrait.ROPC, SignInTrait.SINGLE_FACTOR);
    }

    @Test
    void countsASecondFactorOnlyWhereItWasPassedNow() {
        String step = "\"authenticationDetails\":[{\"authenticationMethod\":\"%s\",\"succeeded\":true,"
                + "\"authenticationStepRequirement\":\"Secondary authentication\"}]";

        assertThat(one(beta("0", step.formatted("Mobile app notification"))).traits())
                .contains(SignInTrait.SECOND_FACTOR_PASSED);
        assertThat(one(beta("0", step.formatted("Previously satisfied"))).traits())
                .doesNotContain(SignInTrait.SECOND_FACTOR_PASSED);
    }

    @ParameterizedTest
    @CsvSource({"high,atRisk,true,false", "medium,atRisk,true,false", "low,atRisk,false,false",
            "high,remediated,false,false", "high,dismissed,false,false", "high,confirmedSafe,false,false",
            "hidden,none,false,false", "high,none,true,false", "low,none,false,false", "high,confirmedCompromised,true,true"})
    void takesOnlyOpenRiskForRisk(String level, String state, boolean risky, boolean hijacked) {
        SignIn signIn = one(beta("0", "\"riskLevelDuringsignIn\":\"" + level + "\",\"riskState\":\"" + state + "\""));

        assertThat(signIn.traits().contains(SignInTrait.PROVIDER_RISK)).isEqualTo(risky);
        assertThat(signIn.traits().contains(SignInTrait.PROVIDER_HIJACKED)).isEqualTo(hijacked);
    }

    @Test
    void readsThePortalTableInAnyColumnOrderWithMarkAndBothDates() {
        Source table = files.file("InteractiveSignIns_2026-03-01.csv", "\uFEFF" + COLUMNS
                + row("2026-03-01T02:00:00Z", "11111111-0000-0000-0000-000000000001", "Failure,50126,Invalid password")
                + row("\"3/1/2026, 2:01:00 AM\"", "11111111-0000-0000-0000-000000000002", "Success,0,Other."));

        RecordingSink read = read(table);

        assertThat(read.rejected()).isEmpty();
        assertThat(read.evidence(SignIn.class)).extracting(signIn -> signIn.time().orElseThrow()).containsExactly(
                Instant.parse("2026-03-01T02:00:00Z"), Instant.parse("2026-03-01T02:01:00Z"));
        assertThat(read.evidence(SignIn.class)).allSatisfy(signIn -> {
            assertThat(signIn.place().country()).contains("JP");
            assertThat(signIn.place().network()).contains(64500L);
            assertThat(signIn.traits()).contains(SignInTrait.SINGLE_FACTOR);
        });
        assertThat(read.coverage()).singleElement().satisfies(piece -> {
            assertThat(piece.takenFor()).contains("interactive only");
            assertThat(piece.state()).isEqualTo(Coverage.State.COLLECTED);
        });
    }

    @Test
    void takesTheTableOfQuietSignInsByItsName() {
        Source table = files.file("NonInteractiveSignIns_2026-03-01.csv", COLUMNS
                + row("2026-03-01T02:00:00Z", "11111111-0000-0000-0000-000000000001", "Success,0,Other."));

        assertThat(read(table).evidence(SignIn.class)).singleElement()
                .satisfies(signIn -> assertThat(signIn.traits()).contains(SignInTrait.NON_INTERACTIVE));
    }

    @Test
    void countsASignInOnceThatIsInTheTableAndInJsonAndKeepsTheFullerOne() {
        Source table = files.file("a.csv", COLUMNS
                + row("2026-03-01T02:00:00Z", "11111111-0000-0000-0000-00000000000A", "Success,0,Other."));
        Source json = files.file("b.json", "[" + beta("0", "\"id\":\"11111111-0000-0000-0000-00000000000a\","
                + "\"authenticationRequirement\":\"multiFactorAuthentication\",\"sessionId\":\"s-1\"") + "]");

        RecordingSink read = ExportFiles.read(new EntraLogReader(), table, json);

        assertThat(read.duplicates()).isEqualTo(1);
        assertThat(read.evidence(SignIn.class)).singleElement()
                .satisfies(signIn -> assertThat(signIn.session()).contains("s-1"));
    }

    @Test
    void readsEnvelopesOfDifferentLogsInOneFile() {
        String quiet = "{\"time\":\"2026-03-01T02:00:05Z\",\"category\":\"NonInteractiveUserSignInLogs\",\"properties\":"
                + beta("0", "\"id\":\"22222222-1\"") + "}\n";
        String audit = "{\"time\":\"2026-03-01T02:00:06Z\",\"category\":\"AuditLogs\",\"operationName\":\"Add user\","
                + "\"properties\":{\"activityDisplayName\":\"Add user\",\"activityDateTime\":\"2026-03-01T02:00:06Z\"}}\n";
        String broken = "{\"time\":\"2026-03-01T02:00:0\n";

        RecordingSink read = read(files.file("insights.json", quiet + audit + broken + quiet.replace("-1", "-2")));

        assertThat(read.admitted()).isEqualTo(3);
        assertThat(read.rejected()).singleElement().asString().contains("line:3");
        assertThat(read.evidence(SignIn.class)).hasSize(2);
    }

    @Test
    void readsColumnsThatHoldJsonAsLogAnalyticsExportsThem() {
        Source table = files.file("query_data.csv", "TimeGenerated [UTC],UserPrincipalName,IPAddress,ResultType,"
                + "LocationDetails,DeviceDetail,AppDisplayName,ClientAppUsed,Type\n"
                + "\"3/1/2026, 2:00:00.123 AM\",info@energy.example,192.0.2.7,50126,"
                + "\"{\"\"countryOrRegion\"\":\"\"JP\"\"}\",\"{\"\"deviceId\"\":\"\"d-1\"\",\"\"isManaged\"\":true}\","
                + "Exchange,IMAP4,SigninLogs\n");

        assertThat(read(table).evidence(SignIn.class)).singleElement().satisfies(signIn -> {
            assertThat(signIn.wrongPassword()).isTrue();
            assertThat(signIn.place().country()).contains("JP");
            assertThat(signIn.device()).contains("d-1");
            assertThat(signIn.traits()).contains(SignInTrait.MANAGED_DEVICE);
        });
    }

    @Test
    void coversNoMailboxWithTheSignInsOfApplications() {
        Source json = files.file("apps.json", "{\"category\":\"ServicePrincipalSignInLogs\",\"properties\":"
                + "{\"createdDateTime\":\"2026-03-01T02:00:00Z\",\"servicePrincipalId\":\"sp\",\"appId\":\"a\","
                + "\"status\":{\"errorCode\":0}}}");

        RecordingSink read = read(json);

        assertThat(read.evidence(SignIn.class)).singleElement()
                .satisfies(signIn -> assertThat(signIn.mailbox()).isEmpty());
        assertThat(read.coverage()).isEmpty();
    }

    @Test
    void keepsWhatStandsBeforeTheBreakAndSaysSo() {
        Source json = files.file("cut.json", "{\"@odata.context\":\"x\",\"value\":[" + beta("0", "\"id\":\"33333333\"")
                + ",{\"id\":\"44");

        RecordingSink read = read(json);

        assertThat(read.evidence(SignIn.class)).hasSize(1);
        assertThat(read.rejected()).isNotEmpty();
        assertThat(read.coverage()).allMatch(piece -> piece.state() == Coverage.State.PARTIAL);
    }

    @Test
    void namesARowThatLostItsEnd() {
        RecordingSink read = read(files.file("s.csv", COLUMNS
                + row("2026-03-01T02:00:00Z", "11111111-0000-0000-0000-000000000001", "Success,0,Other.")
                + "agent,2026-03-01T02:0"));

        assertThat(read.evidence(SignIn.class)).hasSize(1);
        assertThat(read.rejected()).singleElement().asString().contains("line:3");
    }

    @Test
    void coversAnEmptyAnswer() {
        Source json = files.file("none.json", "{\"@odata.context\":\"https://graph.microsoft.com/v1.0/"
                + "$metadata#auditLogs/signIns\",\"value\":[]}");

        assertThat(read(json).coverage()).singleElement()
                .satisfies(piece -> assertThat(piece.state()).isEqualTo(Coverage.State.COLLECTED));
    }

    @Test
    void isPartialWhereTheLastPageNamesANextOne() {
        String next = "\"@odata.nextLink\":\"https://graph.microsoft.com/v1.0/auditLogs/signIns?$skiptoken=2\"";
        String list = "\"value\":[" + beta("0", "\"id\":\"s-1\"") + "]";
        Source after = files.file("after.json", "{" + list + "," + next + "}");
        Source before = files.file("before.json", "{" + next + "," + list + "}");
        Source followed = files.file("followed.json", "{" + list + "," + next + "}\n{" + list + "}");

        assertThat(read(after).coverage()).extracting(Coverage::state).containsOnly(Coverage.State.PARTIAL);
        assertThat(read(before).coverage()).extracting(Coverage::state).containsOnly(Coverage.State.PARTIAL);
        assertThat(read(followed).coverage()).extracting(Coverage::state).containsOnly(Coverage.State.COLLECTED);
    }

    @Test
    void speaksForNobodyElseWhereAllSignInsAreOneUsers() {
        Source one = files.file("one.json", "[" + beta("0", "\"id\":\"s-1\"") + "]");
        Source two = files.file("two.json", "[" + beta("0", "\"id\":\"s-1\"") + ","
                + beta("0", "\"id\":\"s-2\"").replace("Info@", "ceo@") + "]");

        assertThat(read(one).coverage()).extracting(Coverage::mailbox).allMatch(Optional::isPresent);
        assertThat(read(two).coverage()).extracting(Coverage::mailbox).allMatch(Optional::isEmpty);
    }

    @Test
    void readsObjectsThatPowerShellFlattened() {
        SignIn signIn = one("{\"createdDateTime\":\"2026-03-01T02:00:00Z\",\"userPrincipalName\":\"info@energy.example\","
                + "\"ipAddress\":\"192.0.2.7\",\"appDisplayName\":\"Office\",\"clientAppUsed\":\"Browser\","
                + "\"status\":\"@{errorCode=50126; failureReason=Wrong; a=b; additionalDetails=}\","
                + "\"location\":\"@{city=Lagos; state=; countryOrRegion=NG; geoCoordinates=@{latitude=6.4; longitude=3.4}}\"}");

        assertThat(signIn.failure()).contains(SignIn.Failure.WRONG_PASSWORD);
        assertThat(signIn.place().country()).contains("NG");
        assertThat(signIn.place().position()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"status.errorCode,location.countryOrRegion", "status/errorCode,location/countryOrRegion",
            "status_errorCode,location_countryOrRegion"})
    void readsObjectsSpreadOverColumns(String code, String country) {
        SignIn signIn = read(files.file("flat.csv", "createdDateTime,userPrincipalName,ipAddress,appDisplayName,"
                + "clientAppUsed," + code + "," + country + "\n2026-03-01T02:00:00Z,info@energy.example,192.0.2.7,Office,"
                + "Browser,50126,NG\n")).evidence(SignIn.class).get(0);

        assertThat(signIn.failure()).contains(SignIn.Failure.WRONG_PASSWORD);
        assertThat(signIn.place().country()).contains("NG");
    }

    @Test
    void readsObjectsAsPythonPrintsThem() {
        SignIn signIn = read(files.file("frame.csv", "createdDateTime,userPrincipalName,ipAddress,appDisplayName,"
                + "clientAppUsed,status\n2026-03-01T02:00:00Z,info@energy.example,192.0.2.7,Office,Browser,"
                + "\"{'errorCode': 50126, 'failureReason': \"\"It's wrong\"\", 'additionalDetails': None}\"\n"))
                .evidence(SignIn.class).get(0);

        assertThat(signIn.failure()).contains(SignIn.Failure.WRONG_PASSWORD);
    }

    @Test
    void callsNoSignInASuccessWhereNoColumnTells() {
        RecordingSink read = read(files.file("silent.csv", "createdDateTime,userPrincipalName,ipAddress,appDisplayName,"
                + "clientAppUsed\n2026-03-01T02:00:00Z,info@energy.example,192.0.2.7,Office,Browser\n"));

        assertThat(read.evidence()).isEmpty();
        assertThat(read.rejected()).hasSize(1);
    }

    @Test
    void callsNoSignInASuccessWhoseOutcomeTheTableLost() {
        RecordingSink read = read(files.file("lost.csv", "CreatedDateTime,UserPrincipalName,IPAddress,AppDisplayName,"
                + "ClientAppUsed,Status\n3/1/2026 2:00:00 AM,info@energy.example,192.0.2.7,Office,Browser,"
                + "Microsoft.Graph.PowerShell.Models.MicrosoftGraphSignInStatus\n"));

        assertThat(read.evidence()).isEmpty();
        assertThat(read.rejected()).singleElement().asString().contains("does not tell whether");
    }

    @Test
    void readsAmericanDatesWithTwoDigitsForTheMonthAndOneForTheDay() {
        SignIn signIn = read(files.file("dates.csv", "CreatedDateTime,UserPrincipalName,IPAddress,AppDisplayName,"
                + "ClientAppUsed,ErrorCode\n11/1/2026 3:04:05 AM,info@energy.example,192.0.2.7,Office,Browser,0\n"))
                .evidence(SignIn.class).get(0);

        assertThat(signIn.time()).contains(Instant.parse("2026-11-01T03:04:05Z"));
    }

    @Test
    void readsSignInsOfHuntingTables() {
        SignIn signIn = read(files.file("hunting.csv", "Timestamp,Application,ApplicationId,LogonType,ErrorCode,SessionId,"
                + "AccountUpn,AadDeviceId,UserAgent,ClientAppUsed,IPAddress,Country,RequestId\n\"Mar 1, 2026 2:00:00 AM\","
                + "Office,app-1,\"[\"\"nonInteractiveUser\"\"]\",50126,s-1,info@energy.example,,Mozilla,Browser,192.0.2.7,"
                + "NG,request-1\n")).evidence(SignIn.class).get(0);

        assertThat(signIn.time()).contains(Instant.parse("2026-03-01T02:00:00Z"));
        assertThat(signIn.mailbox()).hasToString("Optional[info@energy.example]");
        assertThat(signIn.failure()).contains(SignIn.Failure.WRONG_PASSWORD);
        assertThat(signIn.place().country()).contains("NG");
        assertThat(signIn.session()).contains("s-1");
        assertThat(signIn.traits()).contains(SignInTrait.NON_INTERACTIVE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "3/4/2026 1:05:09 PM|3/4/2026 1:06:00 AM|2026-03-04T13:05:09Z",
            "3/4/2026 13:05:09|3/14/2026 1:06:00|2026-03-04T13:05:09Z",
            "3/4/2026 13:05:09|14/3/2026 1:06:00|2026-04-03T13:05:09Z",
            "03/04/2026 9:05:09|14/03/2026 01:06|2026-04-03T09:05:09Z",
            "3.4.2026 13:05:09|4.4.2026 1:06:00|2026-04-03T13:05:09Z"})
    void oneDateThatCanBeReadInOneWayOnlyDecidesForAll(String date, String other, String expected) {
        RecordingSink sink = read(files.file("portal.csv", COLUMNS + row(date, "r-0000001", "Success,0,Other.")
                + row(other, "r-0000002", "Success,0,Other.")));

        assertThat(sink.evidence(SignIn.class)).hasSize(2);
        assertThat(sink.evidence(SignIn.class).get(0).time()).contains(Instant.parse(expected));
        assertThat(sink.coverage().get(0).takenFor()).doesNotContain("order");
    }

    @Test
    void saysThatTheMonthIsAssumedToStandFirst() {
        RecordingSink sink = read(files.file("portal.csv", COLUMNS + row("3/4/2026 13:05:09", "r-0000001", "Success,0,Other.")));

        assertThat(sink.evidence(SignIn.class).get(0).time()).contains(Instant.parse("2026-03-04T13:05:09Z"));
        assertThat(sink.coverage().get(0).takenFor()).contains("none of them shows the order");
    }

    @Test
    void readsThePortalInJapanese() {
        String table = "日付 (UTC),要求 ID,ユーザー プリンシパル名,アプリケーション,IP アドレス,場所,状態,サインイン エラー コード,"
                + "失敗の理由,クライアント アプリ\n2026/03/04 13:05:09,r-0000001,Info@energy.example,Office 365,192.0.2.7,"
                + "\"Chiyoda, Tokyo, JP\",失敗,50126,その他。,ブラウザー\n"
                + "2026/03/04 13:06:09,r-0000002,info@energy.example,Office 365,192.0.2.7,\"Chiyoda, Tokyo, JP\",成功,,,ブラウザー\n";
        RecordingSink sink = read(files.file("サインイン.csv", table.getBytes(StandardCharsets.UTF_16)));

        assertThat(sink.rejected()).isEmpty();
        assertThat(sink.evidence(SignIn.class)).extracting(SignIn::outcome)
                .containsExactly(SignIn.Outcome.FAILURE, SignIn.Outcome.SUCCESS);
        assertThat(sink.evidence(SignIn.class)).allSatisfy(signIn -> {
            assertThat(signIn.mailbox()).hasToString("Optional[info@energy.example]");
            assertThat(signIn.place().country()).contains("JP");
            assertThat(signIn.protocol()).isEqualTo(SignIn.Protocol.WEB);
        });
    }

    private static String row(String date, String request, String outcome) {
        return "Mozilla/5.0," + date + "," + request + ",c-1,Info@Energy.example,Office 365 Exchange Online,app-1,"
                + "192.0.2.7,\"Chiyoda, Tokyo, JP\"," + outcome + ",Browser,,No,No,,Single-factor authentication,64500,"
                + "None,none\n";
    }

    private static String beta(String code, String more) {
        return "{\"createdDateTime\":\"2026-03-01T02:00:00Z\",\"userPrincipalName\":\"Info@Energy.example\","
                + "\"ipAddress\":\"192.0.2.7\",\"appDisplayName\":\"Office\",\"status\":{\"errorCode\":" + code + "},"
                + more + "}";
    }

    private SignIn one(String json) {
        return read(files.file("one.json", json)).evidence(SignIn.class).get(0);
    }

    private static RecordingSink read(Source source) {
        assertThat(ExportFiles.recognises(new EntraLogReader(), source)).isGreaterThanOrEqualTo(50);
        return ExportFiles.read(new EntraLogReader(), source);
    }
}
