package org.mimawari.connector.export.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.AutoReply;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleTrait;
import org.mimawari.evidence.SentMessage;

class GraphSnapshotTest {

    private static final String CONTEXT = "{\"@odata.context\":\"https://graph.microsoft.com/v1.0/$metadata#users"
            + "('%s')/mailFolders('%s')/%s\",\"value\":[";

    @TempDir
    Path folder;

    private ExchangeExports exports;

    @BeforeEach
    void exports() {
        exports = new ExchangeExports(folder);
    }

    @Test
    void readsRulesOfTheUserInTheContext() {
        RecordingSink read = ExchangeExports.settingsOf(rules("info%40energy.example",
                "{\"id\":\"r1\",\"displayName\":\".\",\"sequence\":1,\"isEnabled\":true,\"hasError\":true,",
                "\"conditions\":{\"bodyOrSubjectContains\":[\"invoice\"],\"withinSizeRange\":{\"minimumSize\":2}},",
                "\"exceptions\":{\"fromAddresses\":[{\"emailAddress\":{\"address\":\"Boss@energy.example\"}}]},",
                "\"actions\":{\"redirectTo\":[{\"emailAddress\":{\"address\":\"X@evil.example\"}}],\"delete\":true,",
                "\"markAsRead\":false,\"stopProcessingRules\":true}}"));

        assertThat(read.evidence(MailboxRule.class)).singleElement().satisfies(rule -> {
            assertThat(rule.mailbox()).hasToString("Optional[info@energy.example]");
            assertThat(rule.conditions()).containsExactly(
                    RuleCondition.of(RuleCondition.Field.SUBJECT_OR_BODY, List.of("invoice")),
                    RuleCondition.of(RuleCondition.Field.SIZE_AT_LEAST, List.of("2048")),
                    new RuleCondition(RuleCondition.Field.SENDER, true, List.of("boss@energy.example")));
            assertThat(rule.actions()).containsExactly(RuleAction.of(RuleAction.Type.REDIRECT, "x@evil.example"),
                    RuleAction.of(RuleAction.Type.DELETE), RuleAction.of(RuleAction.Type.STOP));
            assertThat(rule.traits()).containsExactlyInAnyOrder(RuleTrait.HAS_EXCEPTIONS, RuleTrait.STOPS,
                    RuleTrait.IN_ERROR);
        });
        assertThat(read.coverage()).singleElement()
                .satisfies(piece -> assertThat(piece.mailbox()).hasToString("Optional[info@energy.example]"));
    }

    @Test
    void neverTakesAnOpaqueRuleForAHarmlessOne() {
        RecordingSink read = ExchangeExports.settingsOf(rules("info@energy.example",
                "{\"id\":\"r1\",\"displayName\":\"x\",\"sequence\":1,\"isEnabled\":true,\"isReadOnly\":true}"));

        assertThat(read.evidence(MailboxRule.class)).singleElement()
                .satisfies(rule -> assertThat(rule.readable()).isFalse());
    }

    @Test
    void namesTheFolderWhereTheExportListsFolders() {
        RecordingSink read = ExchangeExports.settingsOf(
                rules("info@energy.example", "{\"id\":\"r\",\"displayName\":\"x\",\"sequence\":1,\"isEnabled\":true,"
                        + "\"actions\":{\"moveToFolder\":\"AAA=\",\"copyToFolder\":\"BBB=\"}}"),
                exports.file("folders.json", "[{\"id\":\"AAA=\",\"displayName\":\"RSS Feeds\",\"parentFolderId\":\"p\","
                        + "\"childFolderCount\":0}]"));

        assertThat(read.evidence(MailboxRule.class).get(0).actions()).containsExactly(
                RuleAction.of(RuleAction.Type.MOVE, "RSS Feeds"), RuleAction.of(RuleAction.Type.COPY, "BBB="));
    }

    @Test
    void keepsAnswersAboutDifferentMailboxesInOneFileApart() {
        String rule = "{\"id\":\"r\",\"displayName\":\"x\",\"sequence\":1,\"isEnabled\":true,\"actions\":{\"delete\":true}}]}";
        Source both = exports.file("all.json", CONTEXT.formatted("info@energy.example", "inbox", "messageRules") + rule,
                CONTEXT.formatted("boss@energy.example", "inbox", "messageRules") + rule);

        RecordingSink read = ExchangeExports.settingsOf(both);

        assertThat(read.evidence(MailboxRule.class)).extracting(each -> each.mailbox().orElseThrow().text())
                .containsExactly("info@energy.example", "boss@energy.example");
    }

    @Test
    void takesTheMailboxFromAWrappingFieldOrTheFolder() {
        String rule = "{\"id\":\"r\",\"displayName\":\"x\",\"sequence\":1,\"isEnabled\":true,\"actions\":{\"delete\":true}}";
        Source wrapped = exports.file("wrapped.json", "[{\"mailbox\":\"info@energy.example\",\"rules\":[" + rule + "]}]");
        Source bare = exports.file("bare.json", rule);
        Source owned = new Source(bare.path(), "boss@energy.example/bare.json",
                MailboxAddress.findFull("boss@energy.example"), List.of());

        assertThat(ExchangeExports.settingsOf(wrapped, owned).evidence(MailboxRule.class))
                .extracting(each -> each.mailbox().orElseThrow().text())
                .containsExactly("info@energy.example", "boss@energy.example");
    }

    @Test
    void claimsNothingForMailboxesItCannotName() {
        RecordingSink read = ExchangeExports.settingsOf(exports.file("rules.json",
                "{\"id\":\"r\",\"displayName\":\"x\",\"sequence\":1,\"isEnabled\":true,\"actions\":{\"delete\":true}}"));

        assertThat(read.coverage()).singleElement()
                .satisfies(piece -> assertThat(piece.state()).isEqualTo(Coverage.State.PARTIAL));
    }

    @Test
    void coversAMailboxWithoutAnyRule() {
        Source none = exports.file("none.json", CONTEXT.formatted("info@energy.example", "inbox", "messageRules") + "]}");

        assertThat(ExchangeExports.settingsOf(none).coverage()).singleElement().satisfies(piece -> {
            assertThat(piece.kind()).isEqualTo(EvidenceKind.MAILBOX_RULE);
            assertThat(piece.state()).isEqualTo(Coverage.State.COLLECTED);
            assertThat(piece.mailbox()).isPresent();
        });
    }

    @Test
    void readsAutomaticRepliesOfMailboxSettings() {
        RecordingSink read = ExchangeExports.settingsOf(exports.file("info@energy.example.json",
                "{\"automaticRepliesSetting\":{\"status\":\"AlwaysEnabled\",\"externalAudience\":\"All\",",
                "\"externalReplyMessage\":\"<p>away</p>\"},\"userPurpose\":\"shared\"}"));

        assertThat(read.evidence(AutoReply.class)).singleElement().satisfies(reply -> {
            assertThat(reply.mailbox()).hasToString("Optional[info@energy.example]");
            assertThat(reply.enabled()).isTrue();
            assertThat(reply.toStrangers()).isTrue();
        });
    }

    @Test
    void joinsGrantsWithTheApplicationAndTheUser() {
        RecordingSink read = ExchangeExports.settingsOf(
                exports.file("grants.json", "{\"value\":[{\"id\":\"g\",\"clientId\":\"sp-1\",\"consentType\":\"Principal\",",
                        "\"principalId\":\"u-1\",\"resourceId\":\"sp-g\",\"scope\":\" Mail.Read offline_access\"}]}"),
                exports.file("roles.json", "[{\"id\":\"a\",\"appRoleId\":\"e2a3a72e-5f79-4c64-b1b1-878b674786c9\",",
                        "\"principalId\":\"sp-1\",\"principalType\":\"ServicePrincipal\",\"resourceId\":\"sp-g\"}]"),
                exports.file("principals.json", "[{\"id\":\"sp-1\",\"appId\":\"APP-1\",\"displayName\":\"Backup\",",
                        "\"servicePrincipalType\":\"Application\",\"verifiedPublisher\":{\"displayName\":null}}]"),
                exports.file("users.json", "[{\"id\":\"u-1\",\"userPrincipalName\":\"info@energy.example\",",
                        "\"mail\":\"info@energy.example\",\"accountEnabled\":true}]"));

        List<ConnectedApp> apps = read.evidence(ConnectedApp.class);

        assertThat(apps).extracting(ConnectedApp::appId).containsOnly("app-1");
        assertThat(apps.get(0).scopes()).containsExactly("Mail.Read", "offline_access");
        assertThat(apps.get(0).mailbox()).hasToString("Optional[info@energy.example]");
        assertThat(apps.get(0).verified()).contains(false);
        assertThat(apps.get(1).scopes()).containsExactly("Mail.ReadWrite");
        assertThat(apps.get(1).tenantWide()).isTrue();
    }

    @Test
    void readsSentItemsWithAllRecipients() {
        RecordingSink read = ExchangeExports.settingsOf(exports.file("sent.json",
                CONTEXT.formatted("info@energy.example", "sentitems", "messages"),
                message("info@energy.example", "boss@energy.example").replace("\"isDraft\":false",
                        "\"bccRecipients\":[{\"emailAddress\":{\"address\":\"Y@far.example\"}}],\"isDraft\":false"), "]}"));

        assertThat(read.evidence(SentMessage.class)).singleElement().satisfies(sent -> {
            assertThat(sent.recipients()).isEqualTo(2);
            assertThat(sent.hidden()).isEqualTo(1);
            assertThat(sent.to()).containsExactly("boss@energy.example", "y@far.example");
            assertThat(sent.route()).isEqualTo(SentMessage.Route.SENT_FOLDER);
            assertThat(sent.messageId()).isEqualTo(Optional.of("<1@far.example>"));
        });
        assertThat(read.coverage()).singleElement()
                .satisfies(piece -> assertThat(piece.kind()).isEqualTo(EvidenceKind.SENT_MESSAGE));
    }

    @Test
    void takesInboxMailForReceived() {
        RecordingSink read = ExchangeExports.settingsOf(exports.file("in.json",
                CONTEXT.formatted("info@energy.example", "inbox", "messages"),
                message("friend@far.example", "info@energy.example"), "]}"));

        assertThat(read.evidence(SentMessage.class)).isEmpty();
        assertThat(read.evidence(ReceivedMessage.class)).hasSize(1);
        assertThat(read.coverage()).singleElement()
                .satisfies(piece -> assertThat(piece.kind()).isEqualTo(EvidenceKind.RECEIVED_MESSAGE));
    }

    private Source rules(String user, String... lines) {
        return exports.file("rules.json", CONTEXT.formatted(user, "inbox", "messageRules"), String.join("\n", lines),
                "]}");
    }

    private static String message(String from, String to) {
        return "{\"id\":\"m1\",\"internetMessageId\":\"<1@far.example>\",\"subject\":\"Hello\",\"isDraft\":false,"
                + "\"sentDateTime\":\"2026-03-01T02:00:00Z\",\"receivedDateTime\":\"2026-03-01T02:00:01Z\","
                + "\"from\":{\"emailAddress\":{\"address\":\"" + from + "\"}},"
                + "\"toRecipients\":[{\"emailAddress\":{\"address\":\"" + to + "\"}}]}";
    }
}
