package org.mimawari.connector.export.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.SentMessage;

class MessageTraceTest {

    private static final String COLUMNS = "\"MessageId\",\"Received\",\"SenderAddress\",\"RecipientAddress\",\"Subject\","
            + "\"Status\",\"ToIP\",\"FromIP\",\"Size\",\"MessageTraceId\"";

    @TempDir
    Path folder;

    private ExchangeExports exports;

    @BeforeEach
    void exports() {
        exports = new ExchangeExports(folder);
    }

    @Test
    void makesOneMessageOfItsRows() {
        RecordingSink read = ExchangeExports.traceOf(exports.file("trace.csv", COLUMNS,
                row("1", "noreply@energy.example", "a@far.example", "Delivered"),
                row("2", "noreply@energy.example", "c@far.example", "Delivered"),
                row("1", "noreply@energy.example", "B@far.example", "Failed"),
                row("1", "noreply@energy.example", "d@far.example", "Pending")));

        SentMessage first = read.evidence(SentMessage.class).get(0);

        assertThat(read.evidence(SentMessage.class)).hasSize(2);
        assertThat(first.recipients()).isEqualTo(3);
        assertThat(first.bounced()).isEqualTo(1);
        assertThat(first.deferred()).isEqualTo(1);
        assertThat(first.to()).containsExactlyInAnyOrder("a@far.example", "b@far.example", "d@far.example");
        assertThat(first.ip()).hasToString("Optional[192.0.2.9]");
        assertThat(first.time()).contains(Instant.parse("2026-03-01T04:58:00Z"));
        assertThat(first.route()).isEqualTo(SentMessage.Route.MESSAGE_TRACE);
        assertThat(read.admitted()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE"})
    void readsTheAdminCentreInBothLanguages(String encoding) {
        String english = "\uFEFFDate (UTC),Sender Address,Recipient Address,Subject,Status,Message ID\n"
                + "2026-03-01T04:58:00Z,info@energy.example,a@far.example,Hi,Delivered,<1@energy.example>\n";
        String japanese = "\uFEFF日付 (UTC),送信者アドレス,受信者アドレス,件名,状態,メッセージ ID\n"
                + "2026/03/01 4:58:00,info@energy.example,a@far.example,Hi,配信失敗,<1@energy.example>\n";
        for (String table : List.of(english, japanese)) {
            String text = encoding.equals("UTF-16") ? table.substring(1) : table;
            RecordingSink read = ExchangeExports.traceOf(new ExportFiles(folder).file("trace.csv",
                    text.getBytes(Charset.forName(encoding))));
            assertThat(read.evidence(SentMessage.class)).singleElement().satisfies(sent -> {
                assertThat(sent.time()).contains(Instant.parse("2026-03-01T04:58:00Z"));
                assertThat(sent.bounced()).isEqualTo(table.equals(japanese) ? 1 : 0);
            });
        }
    }

    @Test
    void takesMailFromOutsideForNotSent() {
        RecordingSink read = ExchangeExports.traceOf(exports.file("trace.csv", COLUMNS,
                row("1", "friend@far.example", "info@energy.example", "Delivered"),
                row("2", "info@energy.example", "info@energy.example", "Quarantined")));

        assertThat(read.evidence(SentMessage.class)).isEmpty();
        assertThat(read.admitted()).isEqualTo(2);
    }

    @Test
    void countsMembersOfAGroupInsteadOfTheGroup() {
        RecordingSink read = ExchangeExports.traceOf(exports.file("trace.csv", COLUMNS,
                row("1", "info@energy.example", "all@energy.example", "Expanded"),
                row("1", "info@energy.example", "a@energy.example", "Delivered"),
                row("1", "info@energy.example", "b@energy.example", "Delivered")));

        assertThat(read.evidence(SentMessage.class)).singleElement()
                .satisfies(sent -> assertThat(sent.recipients()).isEqualTo(2));
    }

    @Test
    void findsOwnDomainsWhereNoneWereNamed() {
        RecordingSink read = ExportFiles.read(new MessageTraceReader(ExchangeExports.settings()),
                exports.file("trace.csv", COLUMNS, row("1", "info@energy.example", "a@one.example", "Delivered"),
                        row("2", "info@energy.example", "a@two.example", "Delivered"),
                        row("3", "x@three.example", "info@energy.example", "Delivered")));

        assertThat(read.evidence(SentMessage.class)).hasSize(2)
                .allSatisfy(sent -> assertThat(sent.mailbox()).hasToString("Optional[info@energy.example]"));
    }

    @Test
    void readsAHistoricalSearchInUtf16WithSeveralRecipientsInOneField() {
        String table = "origin_timestamp_utc,sender_address,recipient_status,message_subject,total_bytes,message_id,"
                + "network_message_id,original_client_ip,directionality\r\n"
                + "2026-03-01T04:58:00.0000000Z,info@energy.example,"
                + "\"a@far.example##Receive, Send;b@far.example##Receive, Fail\",Hello,2048,<1@energy.example>,n1,"
                + "203.0.113.7,Originating\r\n";
        Source source = exports.file("search.csv", ("\uFEFF" + table).getBytes(StandardCharsets.UTF_16LE));

        RecordingSink read = ExchangeExports.traceOf(source);

        assertThat(ExportFiles.recognises(new MessageTraceReader(ExchangeExports.settings()), source)).isEqualTo(88);
        assertThat(read.evidence(SentMessage.class)).singleElement().satisfies(sent -> {
            assertThat(sent.recipients()).isEqualTo(2);
            assertThat(sent.bounced()).isEqualTo(1);
            assertThat(sent.size()).isEqualTo(2048);
            assertThat(sent.ip()).hasToString("Optional[203.0.113.7]");
        });
    }

    @Test
    void readsATrackingLogOfExchangeServer() {
        Source log = exports.file("MSGTRK.LOG", "#Software: Microsoft Exchange Server", "#Version: 15.02",
                "#Log-type: Message Tracking Log", "#Date: 2026-03-01T00:00:00.000Z",
                "#Fields: date-time,client-ip,source,event-id,message-id,recipient-address,total-bytes,message-subject,"
                        + "sender-address,directionality,original-client-ip",
                "2026-03-01T04:58:00.000Z,10.0.0.1,SMTP,RECEIVE,<1@energy.example>,a@far.example;b@far.example,10,Hi,"
                        + "info@energy.example,Originating,203.0.113.7",
                "2026-03-01T04:58:02.000Z,10.0.0.1,SMTP,SEND,<1@energy.example>,a@far.example,10,Hi,"
                        + "info@energy.example,Originating,",
                "2026-03-01T04:58:03.000Z,,ROUTING,FAIL,<1@energy.example>,b@far.example,10,Hi,info@energy.example,,",
                "2026-03-01T04:59:00.000Z,,SMTP,RECEIVE,<2@x>,info@energy.example,10,Forged,info@energy.example,Incoming,",
                "2026-03-01T04:59:00.000Z,,AGENT,AGENTINFO,<2@x>,info@energy.example,10,Forged,info@energy.example,,",
                "no time,,SMTP,RECEIVE,<3@x>,a@far.example,10,x,info@energy.example,,");

        RecordingSink read = ExchangeExports.traceOf(log);

        assertThat(read.evidence(SentMessage.class)).singleElement().satisfies(sent -> {
            assertThat(sent.recipients()).isEqualTo(2);
            assertThat(sent.bounced()).isEqualTo(1);
            assertThat(sent.ip()).hasToString("Optional[203.0.113.7]");
        });
        assertThat(read.admitted()).isEqualTo(5);
        assertThat(read.rejected()).singleElement().asString().contains("line:11");
    }

    @Test
    void readsGraphAndTheCmdletAsTheSameMessages() {
        Source graph = exports.file("graph.json", "{\"value\":[{\"id\":\"t\",\"senderAddress\":\"info@energy.example\",",
                "\"recipientAddress\":\"a@far.example\",\"messageId\":\"<1@energy.example>\",\"subject\":\"Hello\",",
                "\"status\":\"delivered\",\"fromIP\":\"192.0.2.9\",\"receivedDateTime\":\"2026-03-01T04:58:00Z\"}]}");

        RecordingSink read = ExchangeExports.traceOf(graph,
                exports.file("trace.csv", COLUMNS, row("1", "info@energy.example", "a@far.example", "Delivered")));

        assertThat(List.of(read.admitted(), read.duplicates())).containsExactly(1, 1);
        assertThat(read.evidence(SentMessage.class)).hasSize(1);
        assertThat(read.coverage()).extracting(Coverage::state).containsOnly(Coverage.State.COLLECTED);
    }

    @Test
    void speaksForNobodyElseWhereAllMailIsOneSenders() {
        RecordingSink read = ExchangeExports.traceOf(
                exports.file("trace.csv", COLUMNS, row("1", "info@energy.example", "a@far.example", "Delivered")));

        assertThat(read.coverage()).singleElement().satisfies(piece ->
                assertThat(piece.mailbox()).hasToString("Optional[info@energy.example]"));
    }

    @Test
    void countsTheSameInManyPassesAsInOne() {
        Source trace = exports.file("trace.csv", COLUMNS, row("1", "info@energy.example", "a@far.example", "Delivered"),
                row("2", "info@energy.example", "a@far.example", "Delivered"), "broken row",
                row("1", "info@energy.example", "b@far.example", "Delivered"));

        RecordingSink read = ExportFiles.read(new MessageTraceReader(ExchangeExports.settings("energy.example"), 100), trace);

        assertThat(read.evidence(SentMessage.class)).extracting(SentMessage::recipients)
                .containsExactlyInAnyOrder(1, 2);
        assertThat(read.admitted()).isEqualTo(3);
        assertThat(read.rejected()).hasSize(1);
        assertThat(read.coverage()).hasSize(1);
    }

    @Test
    @Tag("heavy")
    void countsAHundredAndTwentyThousandRowsExactly() {
        StringBuilder rows = new StringBuilder(COLUMNS).append('\n');
        for (int i = 0; i < 120_000; i++) {
            rows.append(row(Integer.toString(i / 4), "kids@energy.example", "r" + i + "@far.example", "Delivered"))
                    .append('\n');
        }

        RecordingSink read = ExportFiles.read(new MessageTraceReader(ExchangeExports.settings(), 8 << 20),
                exports.file("trace.csv", rows.toString()));

        assertThat(read.evidence(SentMessage.class)).hasSize(30_000)
                .allMatch(sent -> sent.recipients() == 4 && sent.to().size() == 4);
        assertThat(read.admitted()).isEqualTo(120_000);
    }

    private static String row(String id, String sender, String recipient, String status) {
        return "\"<" + id + "@energy.example>\",\"3/1/2026 4:58:00 AM\",\"" + sender + "\",\"" + recipient
                + "\",\"Hello\",\"" + status + "\",,\"192.0.2.9\",\"1024\",\"t" + id + "\"";
    }

    @Test
    void readsWhatGooglesEmailLogSearchFound() {
        var table = new ExchangeExports(folder).file("els.csv", "Message ID,Start date,End date,Sender,Message size,Subject,"
                        + "Direction,Recipient address,Event target,Event date,Event status,Event SMTP reply code",
                "<1@energy.example>,2026/10/31 12:10:00 UTC,2026/10/31 12:10:05 UTC,info@energy.example,2000,Invoice,Sent,"
                        + "a@other.test,mx,2026/10/31 12:10:05 UTC,Delivered,250",
                "<1@energy.example>,2026/10/31 12:10:00 UTC,2026/10/31 12:10:05 UTC,info@energy.example,2000,Invoice,Sent,"
                        + "b@other.test,mx,2026/10/31 12:10:05 UTC,Bounced,550");
        MessageTraceReader reader = MessageTraceReader.ofGmail(ExchangeExports.settings("energy.example"));

        assertThat(ExportFiles.recognises(reader, table)).isPositive();
        assertThat(ExportFiles.read(reader, table).evidence(SentMessage.class)).singleElement().satisfies(sent -> {
            assertThat(sent.recipients()).isEqualTo(2);
            assertThat(sent.bounced()).isEqualTo(1);
            assertThat(sent.origin().time()).hasToString("Optional[2026-10-31T12:10:00Z]");
        });
    }
}
