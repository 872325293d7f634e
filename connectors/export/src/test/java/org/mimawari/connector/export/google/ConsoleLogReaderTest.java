package org.mimawari.connector.export.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.ForwardingSetting;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;

class ConsoleLogReaderTest {

    @TempDir
    Path folder;

    @Test
    void readsSignInsOfTheEnglishConsole() {
        RecordingSink sink = read("""
                Date,Event,Description,User,IP address,IP ASN,Login type,Challenge type,Is suspicious
                2026-03-01T09:00:00+09:00,Failed Login,aoi failed,aoi@corp.example,203.0.113.9,64496,Google Password,Password,
                2026-03-01T09:01:00+09:00,Successful Login,aoi logged in,aoi@corp.example,203.0.113.9,64496,Google Password,"Password, Google Prompt",True
                2026-03-01T09:02:00+09:00,Logout,aoi logged out,aoi@corp.example,203.0.113.9,64496,,,
                """);

        assertThat(sink.admitted()).isEqualTo(3);
        SignIn success = sink.evidence(SignIn.class).stream().filter(SignIn::succeeded).findFirst().orElseThrow();
        assertThat(success.time()).contains(Instant.parse("2026-03-01T00:01:00Z"));
        assertThat(success.traits()).contains(SignInTrait.PROVIDER_RISK, SignInTrait.SECOND_FACTOR_PASSED);
        assertThat(success.place().network()).contains(64496L);
        assertThat(sink.evidence(SignIn.class)).hasSize(2);
    }

    @Test
    void readsTheJapaneseConsoleWithColumnsInAnotherOrder() {
        RecordingSink sink = read("""
                IP アドレス,ユーザー,イベント,日付,説明,ログインの種類
                203.0.113.9,aoi@corp.example,ログインの失敗,2026/03/01 9:00:00,失敗しました,Google パスワード
                203.0.113.9,aoi@corp.example,ログイン成功,2026/03/01 9:01:00,ログインしました,Google パスワード
                203.0.113.9,aoi@corp.example,2 段階認証プロセスの無効化,2026/03/01 9:02:00,無効にしました,
                203.0.113.9,aoi@corp.example,パスワードの漏洩,2026/03/01 9:03:00,停止しました,
                203.0.113.9,aoi@corp.example,ドメイン外へのメール転送が有効,2026/03/01 9:04:00,drop@mail.test に転送,
                """);

        assertThat(sink.evidence(SignIn.class)).extracting(SignIn::succeeded).containsExactlyInAnyOrder(false, true);
        assertThat(sink.evidence(SignIn.class)).allMatch(s -> s.application().equals(Optional.of("google_password")));
        assertThat(sink.evidence(SettingChange.class)).singleElement()
                .satisfies(c -> assertThat(c.topic()).isEqualTo(SettingTopic.SECOND_FACTOR_REMOVED));
        assertThat(sink.evidence(ProviderAlert.class)).singleElement()
                .satisfies(a -> assertThat(a.topic()).isEqualTo(ProviderAlert.Topic.PASSWORD_LEAKED));
        assertThat(sink.evidence(ForwardingSetting.class)).singleElement()
                .satisfies(f -> assertThat(f.target()).isEqualTo("drop@mail.test"));
    }

    @Test
    void takesADateWithoutZoneInTheOperatorsZone() {
        RecordingSink sink = read("日付,イベント,ユーザー\n2026/03/01 9:00:00,ログイン成功,aoi@corp.example\n");

        assertThat(sink.evidence().get(0).time()).contains(Instant.parse("2026-03-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01T00:00:00Z", "2026/03/01 9:00:00 JST", "Mar 1, 2026, 9:00:00 AM GMT+9",
        "Mar 1, 2026, 9:00:00 AM", "2026年3月1日 9:00:00", "2026-03-01 09:00:00", "2026-03-01T09:00:00+09:00"})
    void readsEveryWayTheConsoleWritesADate(String text) {
        assertThat(new ConsoleTimes(GoogleSettings.own().zone()).find(text))
                .contains(Instant.parse("2026-03-01T00:00:00Z"));
    }

    @Test
    void readsTheAdminLogInBothLanguages() {
        RecordingSink sink = read("""
                Event,Description,Actor,Date,IP address,Setting name,New value,Old value,User email
                Role assigned,,root@corp.example,2026-03-01T00:00:00Z,192.0.2.1,,,,ken@corp.example
                Application setting change,,root@corp.example,2026-03-01T00:00:01Z,192.0.2.1,Spoofing protection,false,true,
                """);
        RecordingSink japanese = read("""
                イベント,説明,アクター,日付
                ロールの割り当て,ken@corp.example に割り当て,root@corp.example,2026-03-01T00:00:00Z
                """);

        assertThat(sink.evidence(SettingChange.class)).extracting(SettingChange::topic)
                .containsExactly(SettingTopic.ROLE_GRANTED, SettingTopic.MAIL_PROTECTION_WEAKENED);
        assertThat(japanese.evidence(SettingChange.class)).singleElement().satisfies(change -> {
            assertThat(change.topic()).isEqualTo(SettingTopic.ROLE_GRANTED);
            assertThat(change.mailbox().orElseThrow().text()).isEqualTo("ken@corp.example");
        });
    }

    @Test
    void readsTheGmailLog() {
        RecordingSink sink = read("""
                Date,Message ID,Subject,Event,From (Header address),From (Envelope),To (Envelope),IP address,Client type,Actor
                2026-03-01T00:00:00Z,<1@corp.example>,Hello,Send,aoi@corp.example,aoi@corp.example,"ken@shop.example, mika@shop.example",203.0.113.9,Web,aoi@corp.example
                """);

        assertThat(sink.evidence(SentMessage.class)).singleElement().satisfies(sent -> {
            assertThat(sent.to()).containsExactly("ken@shop.example", "mika@shop.example");
            assertThat(sent.subject()).contains("Hello");
        });
        assertThat(sink.coverage()).anyMatch(piece -> piece.kind() == EvidenceKind.SENT_MESSAGE);
    }

    @Test
    void readsTheTokenLogAndTheDriveLog() {
        RecordingSink tokens = read("日付,イベント,ユーザー,アプリケーション名,クライアント ID,スコープ\n"
                + "2026-03-01T00:00:00Z,承認,aoi@corp.example,Sync,9.apps,https://mail.google.com/\n");
        RecordingSink files = read("Date,Event,Actor,Title,Visibility,Visibility change\n2026-03-01T00:00:00Z,"
                + "Link sharing visibility change,aoi@corp.example,Plan,Anyone with the link,External\n");

        assertThat(tokens.evidence(ConnectedApp.class)).singleElement()
                .satisfies(app -> assertThat(app.scopes()).containsExactly("https://mail.google.com/"));
        assertThat(files.evidence(SettingChange.class)).singleElement()
                .satisfies(change -> assertThat(change.topic()).isEqualTo(SettingTopic.SHARING_WIDENED));
    }

    @Test
    void namesARowWithoutAnEvent() {
        RecordingSink sink = read("Date,Event,User\n2026-03-01T00:00:00Z,,aoi@corp.example\n");

        assertThat(sink.rejected()).singleElement().asString().contains("line:2").contains("no event");
    }

    @Test
    void namesARowWhoseDateItCannotRead() {
        RecordingSink sink = read("Date,Event,User\nyesterday noon,Successful Login,aoi@corp.example\n");

        assertThat(sink.rejected()).singleElement().asString().contains("date cannot be read");
    }

    @Test
    void readsActivitiesThatGamPrinted() {
        Source file = file("name,type,id.time,id.uniqueQualifier,id.applicationName,actor.email,ipAddress,login_type,"
                + "login_challenge_method\nlogin_success,login,2026-03-01T00:00:00Z,5,login,aoi@corp.example,"
                + "203.0.113.9,google_password,password password\n");

        RecordingSink sink = ExportFiles.read(new GamReportReader(GoogleSettings.own()), file);

        assertThat(sink.evidence(SignIn.class)).extracting(SignIn::succeeded).containsExactly(false, true);
        assertThat(ExportFiles.recognises(new GamReportReader(GoogleSettings.own()), file)).isEqualTo(90);
    }

    @Test
    void recognisesItsTablesOnly() {
        assertThat(recognises("日付,イベント,説明,ユーザー,IP アドレス\n")).isPositive();
        assertThat(recognises("\uFEFF\"Date\",\"Event\",\"Actor\"\n")).isPositive();
        assertThat(recognises("Date (UTC),Request ID,User,Username,IP address\n")).isZero();
        assertThat(recognises("CreationDate,UserIds,Operations,AuditData\n")).isZero();
    }

    private int recognises(String text) {
        return ExportFiles.recognises(new ConsoleLogReader(GoogleSettings.own()), file(text));
    }

    private RecordingSink read(String text) {
        return ExportFiles.read(new ConsoleLogReader(GoogleSettings.own()), file(text));
    }

    private Source file(String text) {
        return new ExportFiles(folder).file("log.csv", text);
    }
}
