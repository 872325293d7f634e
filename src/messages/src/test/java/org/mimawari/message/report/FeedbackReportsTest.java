package org.mimawari.message.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.FeedbackReport;

class FeedbackReportsTest {

    @Test
    void readsAComplaintWithTheMessageComplainedAbout() {
        var report = (FeedbackReport) Notices.read("From: feedback@far.example\nTo: abuse@shop.example\nSubject: complaint\n"
                + "Content-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\n\nabuse\n--b\n"
                + "Content-Type: message/feedback-report\n\nFeedback-Type: Fraud\nUser-Agent: x/1\nVersion: 1\n"
                + "Source-IP: 203.0.113.9\nReported-Domain: shop.example\n\n--b\nContent-Type: message/rfc822\n\n"
                + Notices.original() + "\n--b--\n");
        assertThat(report.type()).isEqualTo("fraud");
        assertThat(report.sourceIp().orElseThrow().text()).isEqualTo("203.0.113.9");
        assertThat(report.reportedDomain()).contains("shop.example");
        assertThat(report.original().messageId()).contains("<ours@shop.example>");
    }

    @Test
    void readsAComplaintThatOnlyAttachesTheMessage() {
        var report = (FeedbackReport) Notices.read("From: staff@far.example\n"
                + "Subject: complaint about message from 203.0.113.9\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
                + "Content-Type: message/rfc822\n\n" + Notices.original() + "\n--b--\n");
        assertThat(report.sourceIp().orElseThrow().text()).isEqualTo("203.0.113.9");
    }
}
