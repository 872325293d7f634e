package org.mimawari.message.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.FailedRecipient;
import org.mimawari.evidence.NonDeliveryReport;

class DeliveryReportsTest {

    @Test
    void readsAStandardReport() {
        NonDeliveryReport report = Notices.report(Notices.standard("Final-Recipient: rfc822; Taro@far.example\n"
                + "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\n"));
        FailedRecipient taro = report.failures().get(0);
        assertThat(taro.recipient()).contains("taro@far.example");
        assertThat(taro.status()).contains("5.1.1");
        assertThat(taro.reply()).contains("550");
        assertThat(report.reportingServer()).contains("mx.far.example");
    }

    @Test
    void readsAnInternationalRecipient() {
        NonDeliveryReport report = Notices.report(Notices.standard("Final-Recipient: utf-8; 太郎@far.example\n"
                + "Action: failed\nStatus: 5.1.1\n\nFinal-Recipient: utf-8; \\x{82B1}\\x{5B50}@far.example\n"
                + "Action: failed\nStatus: 5.1.1\n"));
        assertThat(report.failures()).extracting(failed -> failed.recipient().orElse(""))
                .containsExactly("太郎@far.example", "花子@far.example");
    }

    @Test
    void readsWhatTheReportQuotesOfTheOriginal() {
        var original = Notices.report(Notices.standard("Final-Recipient: rfc822; taro@far.example\nAction: failed\n"
                + "Status: 5.1.1\n")).original();
        assertThat(original.messageId()).contains("<ours@shop.example>");
        assertThat(original.subject()).contains("ご請求書");
        assertThat(original.date()).contains(Instant.parse("2026-11-20T02:20:00Z"));
        assertThat(original.received()).singleElement().asString().contains("203.0.113.9");
        assertThat(original.signedBy()).containsExactly("shop.example");
        assertThat(original.client()).contains("Mailer 1.0");
    }

    @Test
    void keepsAReportOfSuccessApart() {
        NonDeliveryReport report = Notices.report(Notices.standard("Final-Recipient: rfc822; taro@far.example\n"
                + "Action: relayed\nStatus: 2.0.0\nDiagnostic-Code: smtp; 250 2.0.0 Ok\n"));
        assertThat(report.failures()).extracting(f -> f.action().orElse(""), f -> f.status().orElse(""))
                .containsExactly(tuple("relayed", "2.0.0"));
    }

    @Test
    void prefersTheParticularStatusOfTheServersWords() {
        NonDeliveryReport report = Notices.report(Notices.standard("Final-Recipient: rfc822; taro@far.example\n"
                + "Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 5.2.2 Over quota\n"));
        assertThat(report.failures().get(0).status()).contains("5.2.2");
    }

    @Test
    void readsAReportWithoutBoundary() {
        String broken = Notices.standard("Final-Recipient: rfc822; taro@far.example\nAction: failed\nStatus: 5.1.1\n")
                .replace("boundary=b", "boundary=\"\"");
        assertThat(Notices.report(broken).failures().get(0).recipient()).contains("taro@far.example");
        assertThat(Notices.report(broken).original().messageId()).contains("<ours@shop.example>");
    }

    @Test
    void readsFieldsThatAreNeitherFoldedNorParted() {
        NonDeliveryReport report = Notices.report(Notices.standard("Final-Recipient : rfc822; a@far.example\n"
                + "Action: failed\nDiagnostic-Code: smtp; 550-mailbox\n550 is full\n"
                + "Final-Recipient: rfc822; b@far.example\nAction: failed\nStatus: 5.1.1\n"));
        assertThat(report.failures()).extracting(f -> f.recipient().orElse(""), f -> f.status().orElse(""))
                .containsExactly(tuple("a@far.example", "5.2.2"), tuple("b@far.example", "5.1.1"));
    }

    @Test
    void readsAReportInsideANotice() {
        String inner = Notices.standard("Final-Recipient: rfc822; taro@far.example\nAction: failed\nStatus: 5.1.1\n");
        NonDeliveryReport report = Notices.report("Return-Path: <>\nFrom: MAILER-DAEMON@gw.shop.example\n"
                + "To: info@shop.example\nSubject: Returned mail: User unknown\n"
                + "Content-Type: multipart/mixed; boundary=out\n\n--out\n\nhad permanent delivery errors\n--out\n"
                + "Content-Type: message/rfc822\n\n" + inner + "\n--out--\n");
        assertThat(report.failures().get(0).status()).contains("5.1.1");
        assertThat(report.original().messageId()).contains("<ours@shop.example>");
    }

    @Test
    void takesAForwardedReportForAnOrdinaryMessage() {
        String inner = Notices.standard("Final-Recipient: rfc822; taro@far.example\nAction: failed\nStatus: 5.1.1\n");
        assertThat(Notices.read("From: Taro <taro@shop.example>\nTo: info@shop.example\nSubject: Fwd: Report\n"
                + "Content-Type: multipart/mixed; boundary=out\n\n--out\n\nwhy could it not be delivered?\n--out\n"
                + "Content-Type: message/rfc822\n\n" + inner + "\n--out--\n").kind())
                .isEqualTo(EvidenceKind.RECEIVED_MESSAGE);
    }

    @Test
    void takesAReadReceiptForAnAutomaticMessage() {
        assertThat(Notices.read("From: taro@far.example\nSubject: Read: hi\nContent-Type: multipart/report; "
                + "report-type=disposition-notification; boundary=b\n\n--b\n\nread\n--b\n"
                + "Content-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; taro@far.example\n"
                + "Disposition: manual-action/MDN-sent-manually; displayed\n--b--\n").kind())
                .isEqualTo(EvidenceKind.RECEIVED_MESSAGE);
    }
}
