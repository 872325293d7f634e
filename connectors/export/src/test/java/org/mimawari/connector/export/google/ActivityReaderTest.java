package org.mimawari.connector.export.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.ForwardingSetting;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignIn.Failure;
import org.mimawari.evidence.SignIn.Outcome;
import org.mimawari.evidence.SignIn.Protocol;
import org.mimawari.evidence.SignInTrait;

class ActivityReaderTest {

    @TempDir
    Path folder;

    @Test
    void readsASignInWithItsPlace() {
        SignIn signIn = read(login("login_success", param("login_type",
                "google_password"))).evidence(SignIn.class).get(0);

        assertThat(signIn.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(signIn.mailbox().orElseThrow().text()).isEqualTo("aoi@corp.example");
        assertThat(signIn.place().country()).contains("NG");
        assertThat(signIn.place().network()).contains(64496L);
        assertThat(signIn.application()).contains("google_password");
    }

    @Test
    void readsListAnswersArraysLinesAndSingleRecordsAlike() {
        String one = login("login_success");
        String list = "{\"kind\":\"admin#reports#activities\",\"etag\":\"x\",\"items\":[" + one + "]}";

        assertThat(List.of(one, "[" + one + "]", list, one + "\n",
                "{\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"e\":5,\"items\":["
                + one + "]}")).allSatisfy(text -> assertThat(read(text).evidence(SignIn.class)).hasSize(1));
    }

    @Test
    void countsTheSameChangeInBothLogsOnce() {
        String change = event("user_accounts", "77", "2sv_disable");
        RecordingSink sink = read(change + "\n" + change.replace("user_accounts", "login").replace("\"77\"", "\"-5\""));

        assertThat(sink.evidence()).singleElement().isInstanceOf(SettingChange.class);
        assertThat(sink.admitted()).isOne();
        assertThat(sink.duplicates()).isOne();
    }

    @Test
    void keepsAVerificationBesideTheSignInWithTheSameQualifier() {
        RecordingSink sink = read(login("login_verification", truth("is_second_factor", true),
                param("login_challenge_status", "Challenge Passed.")) + "\n" + login("login_success"));

        assertThat(sink.evidence(SignIn.class)).extracting(SignIn::outcome)
                .containsExactly(Outcome.CHALLENGED, Outcome.SUCCESS);
        assertThat(sink.evidence(SignIn.class).get(0).traits()).contains(SignInTrait.SECOND_FACTOR_PASSED);
    }

    @Test
    void countsEveryPasswordTypedBeforeTheRightOne() {
        RecordingSink sink = read(login("login_success", param("login_type", "google_password"),
                many("login_challenge_method", "password", "password", "password", "password")));

        assertThat(sink.evidence(SignIn.class)).extracting(SignIn::outcome, SignIn::attempts).containsExactly(
                tuple(Outcome.FAILURE, 3),
                tuple(Outcome.SUCCESS, 1));
    }

    @Test
    void excusesThePasswordFailureOfARiskySamlSignIn() {
        RecordingSink sink = read(login("login_failure", param("login_type", "google_password")) + "\n"
                + login("login_success", param("login_type", "saml"), truth("is_suspicious", true)));

        assertThat(failure(sink).wrongPassword()).isFalse();
        assertThat(success(sink).traits()).contains(SignInTrait.PROVIDER_RISK);
    }

    @Test
    void doesNotExcuseTheFailureOfAnotherAddress() {
        RecordingSink sink = read(login("login_failure", param("login_type", "google_password"))
                .replace("203.0.113.9", "198.51.100.4") + "\n" + login("login_success", param("login_type", "saml")));

        assertThat(failure(sink).failure()).contains(Failure.WRONG_PASSWORD);
    }

    @Test
    void tellsADeniedSecondFactorFromAWrongPassword() {
        RecordingSink sink = read(login("login_challenge", many("login_challenge_method", "google_prompt"),
                param("login_challenge_status", "Challenge Failed.")));

        assertThat(failure(sink).failure()).contains(Failure.MFA);
        assertThat(failure(sink).traits()).contains(SignInTrait.SECOND_FACTOR_DENIED, SignInTrait.PASSWORD_RIGHT);
    }

    @Test
    void namesTheProtocolOfMailClients() {
        RecordingSink sink = read(login("login_success", param("login_type", "imap")));

        assertThat(success(sink).protocol()).isEqualTo(Protocol.IMAP);
    }

    @Test
    void ignoresALogoutButCountsIt() {
        RecordingSink sink = read(login("logout"));

        assertThat(sink.evidence()).isEmpty();
        assertThat(sink.admitted()).isOne();
    }

    @Test
    void warnsOfTheAccountThatIsNamed() {
        RecordingSink sink = read("{\"id\":{\"applicationName\":\"login\",\"time\":\"2026-03-01T00:00:00.000Z\"},"
                + "\"actor\":{\"callerType\":\"USER\"},\"events\":[{\"type\":\"account_warning\","
                + "\"name\":\"account_disabled_hijacked\",\"parameters\":[" + param("affected_email_address",
                "aoi@corp.example") + "]}]}");

        ProviderAlert alert = sink.evidence(ProviderAlert.class).get(0);
        assertThat(alert.topic()).isEqualTo(ProviderAlert.Topic.ACCOUNT_HIJACKED);
        assertThat(alert.mailbox().orElseThrow().text()).isEqualTo("aoi@corp.example");
    }

    @Test
    void readsForwardingOutOfTheDomain() {
        RecordingSink sink = read(event("user_accounts", "9", "email_forwarding_out_of_domain",
                param("email_forwarding_destination_address", "drop@mail.test")));

        assertThat(sink.evidence(ForwardingSetting.class)).singleElement()
                .satisfies(setting -> assertThat(setting.target()).isEqualTo("drop@mail.test"));
        assertThat(sink.coverage()).filteredOn(c -> c.kind() == EvidenceKind.FORWARDING_SETTING)
                .singleElement().matches(Coverage::isChangesOnly);
    }

    @Test
    void keepsWhatTheBlockingOfASenderNames() {
        SettingChange change = read(login("blocked_sender", param("affected_email_address", "it@corp.example")))
                .evidence(SettingChange.class).get(0);

        assertThat(change.topic()).isEqualTo(SettingTopic.JUNK_SETTINGS);
        assertThat(change.mailbox().orElseThrow().text()).isEqualTo("aoi@corp.example");
    }

    @Test
    void claimsOnlyTheLogsItSaw() {
        RecordingSink sink = read(login("login_success"));

        assertThat(sink.coverage()).extracting(Coverage::kind)
                .containsExactly(EvidenceKind.SIGN_IN, EvidenceKind.PROVIDER_ALERT);
        assertThat(sink.coverage().get(0).takenFor()).contains("IMAP and POP clients are not in it");
    }

    @Test
    void aPageThatNamesANextOneIsPartial() {
        String page = "{\"kind\":\"admin#reports#activities\",\"nextPageToken\":\"A:17\",\"items\":[" + login("login_success")
                + "]}";

        assertThat(read(page).coverage()).allSatisfy(piece -> assertThat(piece.reason())
                .contains("its last page says that more pages follow"));
    }

    @Test
    void saysThatAnEmptyAnswerShowsNothing() {
        RecordingSink sink = read("{\"kind\":\"admin#reports#activities\",\"items\":[]}");

        assertThat(sink.coverage()).singleElement()
                .satisfies(piece -> assertThat(piece.state()).isEqualTo(Coverage.State.NOT_COLLECTED));
    }

    @Test
    void readsARowOfBigQuery() {
        RecordingSink sink = read("{\"time_usec\":\"1772323200000000\",\"email\":\"aoi@corp.example\",\"record_type\":"
                + "\"login\",\"event_name\":\"login_failure\",\"ip_address\":\"203.0.113.9\","
                + "\"unique_identifier\":\"5\","
                + "\"login\":{\"login_type\":\"google_password\",\"login_challenge_method\":[\"password\","
                + "\"password\"]}}");

        assertThat(failure(sink).attempts()).isEqualTo(2);
        assertThat(failure(sink).time()).contains(Instant.parse("2026-03-01T00:00:00Z"));
    }

    @Test
    void readsAnEntryOfCloudLogging() {
        RecordingSink sink = read("{\"insertId\":\"z\",\"timestamp\":\"2026-03-01T00:00:00Z\",\"protoPayload\":{"
                + "\"serviceName\":\"login.googleapis.com\",\"authenticationInfo\":{\"principalEmail\":"
                + "\"aoi@corp.example\"},\"requestMetadata\":{\"callerIp\":\"203.0.113.9\"},\"metadata\":{\"event\":[{"
                + "\"eventName\":\"login_success\",\"parameter\":[{\"name\":\"login_challenge_method\","
                + "\"multiStrValue\":"
                + "[\"password\",\"google_prompt\"]},{\"name\":\"is_suspicious\",\"boolValue\":true}]}]}}}");

        assertThat(success(sink).traits())
                .containsExactlyInAnyOrder(SignInTrait.SECOND_FACTOR_PASSED, SignInTrait.PROVIDER_RISK);
    }

    @Test
    void namesWhatIsNoActivityAndGoesOn() {
        RecordingSink sink = read(login("login_success") + "\n{\"hello\":1}\n{broken\n" + login("logout") + "\n");

        assertThat(sink.rejected()).hasSize(2);
        assertThat(sink.admitted()).isEqualTo(2);
    }

    @Test
    void refusesARecordThatWouldFillTheMemory() {
        String huge = "[" + "1,".repeat(250_000) + "1]";
        RecordingSink sink = read(login("login_success").replace("\"events\"", "\"x\":" + huge + ",\"events\""));

        assertThat(sink.rejected()).singleElement().asString().contains("too large");
    }

    @Test
    void survivesValuesOfTheWrongType() {
        RecordingSink sink = read("{\"id\":{\"applicationName\":\"gmail\",\"time\":7},\"actor\":[],"
                + "\"networkInfo\":\"x\","
                + "\"ipAddress\":{},\"events\":[{\"name\":[],\"parameters\":{\"event_info\":{\"mail_event_type\":{}},"
                + "\"message_info\":{\"source\":[],\"destination\":3,\"attachment\":true}}},5,null]}");

        assertThat(sink.admitted()).isOne();
        assertThat(sink.rejected()).isEmpty();
    }

    @Test
    void recognisesItsOwnAndNothingElse() {
        ExportFiles files = new ExportFiles(folder);
        ActivityReader reader = new ActivityReader(GoogleSettings.own());

        assertThat(ExportFiles.recognises(reader, files.file("a", login("login_success")))).isGreaterThan(80);
        assertThat(ExportFiles.recognises(reader, files.file("b",
                "{\"id\":\"1\",\"appDisplayName\":\"login\"}"))).isZero();
        assertThat(ExportFiles.recognises(reader, files.file("c", "login,admin"))).isZero();
    }

    private RecordingSink read(String text) {
        return ExportFiles.read(new ActivityReader(GoogleSettings.own()), new ExportFiles(folder).file("a.json", text));
    }

    private static SignIn failure(RecordingSink sink) {
        return sink.evidence(SignIn.class).stream().filter(s -> s.outcome() == Outcome.FAILURE).findFirst()
                .orElseThrow();
    }

    private static SignIn success(RecordingSink sink) {
        return sink.evidence(SignIn.class).stream().filter(SignIn::succeeded).findFirst().orElseThrow();
    }

    private static String login(String name, String... parameters) {
        return event("login", "42", name, parameters);
    }

    static String event(String log, String qualifier, String name, String... parameters) {
        return "{\"kind\":\"admin#reports#activity\",\"id\":{\"time\":\"2026-03-01T00:00:00.123Z\","
                + "\"uniqueQualifier\":\""
                + qualifier + "\",\"applicationName\":\"" + log + "\"},\"actor\":{\"callerType\":\"USER\",\"email\":"
                + "\"aoi@corp.example\"},\"ipAddress\":\"203.0.113.9\",\"networkInfo\":{\"regionCode\":\"NG\","
                + "\"ipAsn\":"
                + "[64496]},\"events\":[{\"type\":\"t\",\"name\":\"" + name + "\",\"parameters\":["
                + String.join(",", parameters) + "]}]}";
    }

    static String param(String name, String value) {
        return "{\"name\":\"" + name + "\",\"value\":\"" + value + "\"}";
    }

    static String truth(String name, boolean value) {
        return "{\"name\":\"" + name + "\",\"boolValue\":" + value + "}";
    }

    static String many(String name, String... values) {
        return "{\"name\":\"" + name + "\",\"multiValue\":[\"" + String.join("\",\"", values) + "\"]}";
    }
}
