package org.mimawari.connector.export.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.evidence.AutoReply;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Delegation;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.ForwardingSetting;
import org.mimawari.evidence.MailboxProfile;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleAction.Type;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleCondition.Field;
import org.mimawari.evidence.SendAsAddress;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;

class GmailSettingsReaderTest {

    @TempDir
    Path folder;

    @Test
    void readsAFilterAsARule() {
        MailboxRule rule = read("aoi@corp.example_filters.json", "{\"filter\":[{\"id\":\"F1\",\"criteria\":{\"from\":"
                + "\"it@corp.example OR bank@shop.example\",\"query\":\"invoice\",\"negatedQuery\":\"news\","
                + "\"size\":1024,"
                + "\"sizeComparison\":\"larger\"},\"action\":{\"addLabelIds\":[\"TRASH\"],"
                + "\"removeLabelIds\":[\"UNREAD\","
                + "\"INBOX\",\"SPAM\"],\"forward\":\"drop@mail.test\"}}]}").evidence(MailboxRule.class).get(0);

        assertThat(rule.mailbox().orElseThrow().text()).isEqualTo("aoi@corp.example");
        assertThat(rule.conditions()).containsExactly(
                RuleCondition.of(Field.SENDER, List.of("it@corp.example", "bank@shop.example")),
                RuleCondition.of(Field.QUERY, List.of("invoice")), new RuleCondition(Field.QUERY, true,
                List.of("news")),
                RuleCondition.of(Field.SIZE_AT_LEAST, List.of("1024")));
        assertThat(rule.actions()).containsExactly(RuleAction.of(Type.FORWARD, "drop@mail.test"),
                RuleAction.of(Type.DELETE),
                RuleAction.of(Type.MARK_READ), RuleAction.of(Type.SKIP_INBOX), RuleAction.of(Type.NEVER_SPAM));
    }

    @Test
    void namesTheLabelAMessageIsMovedTo() {
        MailboxRule rule = read("s.json",
                "{\"user\":\"aoi@corp.example\",\"labels\":[{\"id\":\"Label_7\",\"name\":\"RSS\"}],"
                + "\"filters\":[{\"criteria\":{\"subject\":\"alert\"},\"action\":{\"addLabelIds\":[\"Label_7\"],"
                + "\"removeLabelIds\":[\"INBOX\"]}}]}").evidence(MailboxRule.class).get(0);

        assertThat(rule.actions()).contains(RuleAction.of(Type.MOVE, "RSS"));
    }

    @Test
    void readsForwardingAndWhetherACopyStays() {
        RecordingSink sink = read("s.json",
                "{\"aoi@corp.example\":{\"autoForwarding\":{\"enabled\":true,\"emailAddress\":"
                + "\"drop@mail.test\",\"disposition\":\"trash\"},\"forwardingAddresses\":[{\"forwardingEmail\":"
                + "\"late@mail.test\",\"verificationStatus\":\"pending\"}]}}");

        assertThat(sink.evidence(ForwardingSetting.class)).satisfiesExactlyInAnyOrder(
                auto -> assertThat(auto.keepsCopy()).contains(false), late -> assertThat(late.confirmed()).isFalse());
        assertThat(sink.coverage()).singleElement().satisfies(piece -> {
            assertThat(piece.state()).isEqualTo(Coverage.State.COLLECTED);
            assertThat(piece.mailbox().orElseThrow().text()).isEqualTo("aoi@corp.example");
        });
    }

    @Test
    void readsOtherNamesAndTheServerTheyAreSentThrough() {
        RecordingSink sink = read("aoi@corp.example.json",
                "{\"sendAs\":[{\"sendAsEmail\":\"aoi@corp.example\",\"isPrimary\":"
                + "true},{\"sendAsEmail\":\"ceo@c0rp.example\",\"replyToAddress\":\"x@mail.test\","
                + "\"smtpMsa\":{\"host\":"
                + "\"smtp.mail.test\"},\"verificationStatus\":\"pending\"}]}");

        assertThat(sink.admitted()).isEqualTo(2);
        assertThat(sink.evidence(SendAsAddress.class)).singleElement().satisfies(other -> {
            assertThat(other.relay()).contains("smtp.mail.test");
            assertThat(other.replyTo()).contains("x@mail.test");
            assertThat(other.confirmed()).isFalse();
        });
    }

    @Test
    void readsAVacationWithoutEnd() {
        AutoReply reply = read("s.json",
                "{\"user\":\"aoi@corp.example\",\"enableAutoReply\":true,\"responseSubject\":\"Away\","
                + "\"responseBodyPlainText\":\"New bank account\",\"endTime\":\"0\"}").evidence(AutoReply.class).get(0);

        assertThat(reply.enabled()).isTrue();
        assertThat(reply.toStrangers()).isTrue();
        assertThat(reply.end()).isEmpty();
    }

    @Test
    void readsListsOfTheDirectory() {
        RecordingSink sink = read("t.json",
                "{\"kind\":\"admin#directory#tokenList\",\"etag\":\"e\",\"items\":[{\"kind\":"
                + "\"admin#directory#token\",\"userKey\":\"aoi@corp.example\",\"clientId\":\"9\","
                + "\"displayText\":\"Sync\","
                + "\"scopes\":[\"https://mail.google.com/\"]},{\"kind\":\"admin#directory#asp\",\"userKey\":"
                + "\"aoi@corp.example\",\"codeId\":3,\"name\":\"Phone\",\"creationTime\":\"1772323200000\"}]}");

        assertThat(sink.evidence(ConnectedApp.class)).hasSize(1);
        assertThat(sink.evidence(SettingChange.class)).singleElement().satisfies(change -> {
            assertThat(change.topic()).isEqualTo(SettingTopic.APP_PASSWORD_ADDED);
            assertThat(change.time()).isPresent();
        });
    }

    @Test
    void tellsThatAnEmptyListWasLookedAt() {
        RecordingSink sink = read("aoi@corp.example_filters.json", "{\"filters\":{\"filter\":[]},\"delegates\":{}}");

        assertThat(sink.rejected()).isEmpty();
        assertThat(sink.coverage()).extracting(Coverage::kind)
                .containsExactly(EvidenceKind.MAILBOX_RULE, EvidenceKind.DELEGATION);
    }

    @Test
    void readsGamTablesAsTheInterfaceAnswers() {
        RecordingSink sink = gam("User,id,from,subject,query,hasAttachment,forward,trash,archive,markread,neverspam,"
                + "label\n"
                + "aoi@corp.example,F1,from it@corp.example,,,,forward drop@mail.test,trash,,markread,,\n"
                + "ken@corp.example,F2,,subject 請求書,query has:drive,hasAttachment,,,archive,,,label RSS Feeds\n");

        assertThat(sink.evidence(MailboxRule.class).get(0).actions()).containsExactly(
                RuleAction.of(Type.FORWARD, "drop@mail.test"), RuleAction.of(Type.DELETE),
                RuleAction.of(Type.MARK_READ));
        assertThat(sink.evidence(MailboxRule.class).get(1).actions()).containsExactly(
                RuleAction.of(Type.MOVE, "RSS Feeds"), RuleAction.of(Type.SKIP_INBOX));
        assertThat(sink.evidence(MailboxRule.class).get(1).conditions()).contains(
                RuleCondition.of(Field.SUBJECT, List.of("請求書")), RuleCondition.of(Field.QUERY, List.of("has:drive")));
        assertThat(sink.coverage()).singleElement().satisfies(piece -> {
            assertThat(piece.state()).isEqualTo(Coverage.State.COLLECTED);
            assertThat(piece.mailbox()).isEqualTo(Optional.empty());
        });
    }

    @Test
    void readsForwardingOfGam() {
        RecordingSink sink = gam("User,forwardEnabled,forwardTo,disposition\naoi@corp.example,True,drop@mail.test,"
                + "leaveInInbox\n"
                + "ken@corp.example,False,,\n");

        assertThat(sink.admitted()).isEqualTo(2);
        assertThat(sink.evidence(ForwardingSetting.class)).singleElement()
                .satisfies(setting -> assertThat(setting.keepsCopy()).contains(true));
    }

    @Test
    void readsDelegatesAndApplicationsOfGam() {
        RecordingSink delegates = gam("User,delegateName,delegateAddress,delegationStatus\n"
                + "aoi@corp.example,X,x@corp.example,accepted\n");
        RecordingSink tokens = gam("user,clientId,displayText,anonymous,nativeApp,scopes\n"
                + "aoi@corp.example,9,Sync,False,True,https://mail.google.com/ openid\n");

        assertThat(delegates.evidence(Delegation.class)).extracting(Delegation::grantee)
                .containsExactly("x@corp.example");
        assertThat(tokens.evidence(ConnectedApp.class).get(0).scopes()).hasSize(2);
    }

    @Test
    void readsUsersWithTheirSecondFactorAndAliases() {
        RecordingSink sink = gam("primaryEmail,name.fullName,suspended,isEnrolledIn2Sv,recoveryEmail,aliases.0\n"
                + "aoi@corp.example,Aoi,False,False,aoi@mail.test,a@corp.example\n");

        assertThat(sink.evidence()).singleElement().satisfies(piece -> {
            var profile = (MailboxProfile) piece;
            assertThat(profile.find("isEnrolledIn2Sv")).contains("False");
            assertThat(profile.displayName()).contains("Aoi");
            assertThat(profile.aliases()).hasSize(1);
        });
    }

    @Test
    void readsTheJsonColumnOfGam() {
        RecordingSink sink = gam("User,id,JSON\naoi@corp.example,F1,\"{\"\"id\"\":\"\"F1\"\","
                + "\"\"criteria\"\":{\"\"from\"\":"
                + "\"\"a@b.example\"\"},\"\"action\"\":{\"\"addLabelIds\"\":[\"\"TRASH\"\"]}}\"\n");

        assertThat(sink.evidence(MailboxRule.class).get(0).does(Type.DELETE)).isTrue();
    }

    private RecordingSink gam(String text) {
        var file = new ExportFiles(folder).file("gam.csv", text);
        assertThat(ExportFiles.recognises(new GamReader(GoogleSettings.own()), file)).isPositive();
        return ExportFiles.read(new GamReader(GoogleSettings.own()), file);
    }

    private RecordingSink read(String name, String text) {
        var file = new ExportFiles(folder).file(name, text);
        return ExportFiles.read(new GmailSettingsReader(GoogleSettings.own()), file);
    }
}
