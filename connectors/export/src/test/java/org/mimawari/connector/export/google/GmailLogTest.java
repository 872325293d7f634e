package org.mimawari.connector.export.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.ForwardingSetting;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.SentMessage;

class GmailLogTest {

    private static final String SENT_INFO = "{\"rfc2822_message_id\":\"<1@corp.example>\",\"subject\":\"Hi\","
            + "\"source\":{"
            + "\"address\":\"aoi@corp.example\",\"from_header_address\":\"aoi@corp.example\",\"service\":\"gmail-ui\"},"
            + "\"flattened_destinations\":\"smtp-outbound::Ken@Shop.Example smtp-outbound::mika@shop.example\","
            + "\"link_domain\":[\"Evil.example\"],\"connection_info\":{\"client_ip\":\"203.0.113.9\","
            + "\"ip_geo_country\":\"NG\"}}";

    @TempDir
    Path folder;

    @Test
    void readsASentMessageFromEachShape() {
        String event = "{\"mail_event_type\":1,\"success\":true,\"timestamp_usec\":1772323200000000,"
                + "\"client_context\":{\"client_type\":\"WEB\"}}";
        String table = "{\"event_info\":" + event + ",\"message_info\":" + SENT_INFO + "}";
        String texts = activity("[{\"name\":\"event_info\",\"value\":" + quoted(event) + "},{\"name\":\"message_info\","
                + "\"value\":" + quoted(SENT_INFO) + "}]");

        assertThat(List.of(table, texts)).allSatisfy(text -> {
            SentMessage sent = read(text).evidence(SentMessage.class).get(0);
            assertThat(sent.mailbox().orElseThrow().text()).isEqualTo("aoi@corp.example");
            assertThat(sent.to()).containsExactly("ken@shop.example", "mika@shop.example");
            assertThat(sent.recipients()).isEqualTo(2);
            assertThat(sent.client()).contains("WEB");
            assertThat(sent.messageId()).contains("<1@corp.example>");
            assertThat(sent.ip().orElseThrow().text()).isEqualTo("203.0.113.9");
            assertThat(sent.place().country()).contains("NG");
        });
    }

    @Test
    void readsTheNestedMessagesOfTheInterface() {
        String text = activity("[{\"name\":\"event_info\","
                + "\"messageValue\":{\"parameter\":[{\"name\":\"mail_event_type\","
                + "\"intValue\":\"1\"},{\"name\":\"client_context\",\"messageValue\":{\"parameter\":[{\"name\":"
                + "\"client_type\",\"value\":\"API\"}]}}]}},{\"name\":\"message_info\","
                + "\"messageValue\":{\"parameter\":[{"
                + "\"name\":\"rfc2822_message_id\",\"value\":\"<2@corp.example>\"},{\"name\":\"destination\","
                + "\"multiMessageValue\":[{\"parameter\":[{\"name\":\"address\","
                + "\"value\":\"ken@shop.example\"}]}]}]}}]");

        SentMessage sent = read(text).evidence(SentMessage.class).get(0);

        assertThat(sent.client()).contains("API");
        assertThat(sent.to()).containsExactly("ken@shop.example");
    }

    @Test
    void countsTheStagesOfOneMessageAsOneMessage() {
        String info = SENT_INFO.replace("{\"rfc", "{\"is_policy_check_for_sender\":true,\"rfc");
        RecordingSink sink = read(row("\"timestamp_usec\":1772323200000000", info) + "\n"
                + row("\"timestamp_usec\":1772323201000000", info));

        assertThat(sink.evidence(SentMessage.class)).hasSize(1);
        assertThat(sink.admitted()).isEqualTo(2);
    }

    @Test
    void readsARefusalByAnotherServer() {
        RecordingSink sink = read(row("\"success\":false", SENT_INFO.replace("\"client_ip\"", "\"smtp_reply_code\":550,"
                + "\"client_ip\"")));

        assertThat(sink.evidence(NonDeliveryReport.class)).singleElement().satisfies(report -> {
            assertThat(report.failures()).hasSize(2);
            assertThat(report.original().messageId()).contains("<1@corp.example>");
        });
    }

    @Test
    void namesTheDelegateWhoOpenedTheMessage() {
        RecordingSink sink = read(activity("[{\"name\":\"event_info\",\"value\":" + quoted("{\"mail_event_type\":7,"
                + "\"client_context\":{\"client_type\":\"IMAP\",\"session_context\":{\"delegate_user_email\":"
                + "\"ken@corp.example\"}}}") + "}]"));

        MailAccess access = sink.evidence(MailAccess.class).get(0);
        assertThat(access.type()).isEqualTo(MailAccess.Type.IMAP_SESSION);
        assertThat(access.actor().role()).isEqualTo(Actor.Role.DELEGATE);
        assertThat(access.actor().user()).contains("ken@corp.example");
    }

    @Test
    void seesThatMailIsForwardedBySetting() {
        RecordingSink sink = read(activity("[{\"name\":\"event_info\",\"value\":" + quoted("{\"mail_event_type\":11}")
                + "},{\"name\":\"message_info\",\"value\":"
                + quoted("{\"destination\":[{\"address\":\"drop@mail.test\"},"
                + "{\"address\":\"aoi@corp.example\"}]}") + "}]"));

        assertThat(sink.evidence(ForwardingSetting.class)).singleElement()
                .satisfies(setting -> assertThat(setting.target()).isEqualTo("drop@mail.test"));
    }

    @Test
    void seesMessagesPutInTheBin() {
        RecordingSink sink = read(row("\"mail_event_type\":13", "{\"subject\":\"Alert\",\"destination\":[{\"address\":"
                + "\"aoi@corp.example\"}]}"));

        assertThat(sink.evidence(MailRemoval.class)).singleElement()
                .satisfies(removal -> assertThat(removal.type()).isEqualTo(MailRemoval.Type.MOVE_TO_DELETED));
    }

    @Test
    void warnsOfMalwareButNotOfOrdinaryMail() {
        RecordingSink bad = read(row("\"success\":true",
                "{\"attachment\":[{\"malware_family\":1,\"file_name\":\"a.exe\"}]}"));
        RecordingSink good = read(row("\"mail_event_type\":2", "{\"destination\":[{\"address\":\"aoi@corp.example\"}],"
                + "\"connection_info\":{\"dkim_pass\":true,\"spf_pass\":false,\"smtp_response_reason\":1}}"));

        assertThat(bad.evidence(ProviderAlert.class)).singleElement()
                .satisfies(alert -> assertThat(alert.topic()).isEqualTo(ProviderAlert.Topic.MALWARE));
        assertThat(good.evidence()).singleElement().isInstanceOf(ReceivedMessage.class);
    }

    private static String row(String event, String info) {
        return "{\"event_info\":{" + event + "},\"message_info\":" + info + "}";
    }

    private static String activity(String parameters) {
        return "{\"id\":{\"time\":\"2026-03-01T00:00:00Z\",\"uniqueQualifier\":\"8\",\"applicationName\":\"gmail\"},"
                + "\"actor\":{\"email\":\"aoi@corp.example\"},\"events\":[{\"type\":\"delivery_type\",\"name\":"
                + "\"delivery\",\"parameters\":" + parameters + "}]}";
    }

    private static String quoted(String json) {
        return "\"" + json.replace("\"", "\\\"") + "\"";
    }

    private RecordingSink read(String text) {
        return ExportFiles.read(new ActivityReader(GoogleSettings.own()), new ExportFiles(folder).file("g.json", text));
    }
}
