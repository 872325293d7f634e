package org.mimawari.message.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.NonDeliveryReport;

class NoticeReaderTest {

    @Test
    void readsAJapaneseNoticeOfExchange() {
        NonDeliveryReport report = Notices.report("From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e"
                + "@shop.example>\nTo: info@shop.example\nSubject: 配信不能: ご請求書\nContent-Type: text/plain; charset=utf-8\n\n"
                + "次の受信者またはグループへの配信に失敗しました:\n\ntaro@far.example<mailto:taro@far.example>\n"
                + "入力した電子メール アドレスが見つかりませんでした。\n\n管理者向けの診断情報:\n\n生成サーバー: ty1.far.example\n\n"
                + "taro@far.example\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound'\n\n"
                + "元のメッセージ ヘッダー:\n\n" + Notices.original());
        assertThat(report.failures()).extracting(f -> f.recipient().orElse(""), f -> f.status().orElse(""))
                .containsExactly(tuple("taro@far.example", "5.1.10"));
        assertThat(report.original().messageId()).contains("<ours@shop.example>");
        assertThat(report.reportingServer()).contains("ty1.far.example");
    }

    @Test
    void readsANoticeOfAJapaneseCarrierInItsOwnCharacters() {
        String text = "Return-Path: <>\nFrom: MAILER-DAEMON@carrier.example\nTo: info@shop.example\n"
                + "Subject: Returned mail\nContent-Type: text/plain; charset=iso-2022-jp\n\n"
                + "次のあて先へのメッセージはエラーのため送信できませんでした。\n\n送信先メールアドレスが見つか\nりません。\n\n"
                + "  taro..x@carrier.example\n\n";
        var report = (NonDeliveryReport) Notices.read(text, Charset.forName("iso-2022-jp"));
        assertThat(report.failures()).extracting(f -> f.recipient().orElse(""), f -> f.status().orElse(""))
                .containsExactly(tuple("taro..x@carrier.example", "5.1.1"));
    }

    @Test
    void readsEachRecipientOfQmail() {
        NonDeliveryReport report = Notices.report(Notices.byServer("failure notice",
                "Hi. This is the qmail-send program at mx.far.example.\nI'm afraid I wasn't able to deliver your message "
                + "to the following addresses.\n\n<a@far.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n"
                + "<b@far.example>:\nRemote host said: 552 mailbox is over quota\nGiving up on 192.0.2.5.\n\n"
                + "--- Below this line is a copy of the message.\n\n" + Notices.original()));
        assertThat(report.failures()).extracting(f -> f.recipient().orElse(""), f -> f.status().orElse(""))
                .containsExactly(tuple("a@far.example", "5.1.1"), tuple("b@far.example", "5.2.2"));
        assertThat(report.original().subject()).contains("ご請求書");
    }

    @Test
    void readsGmailsReasonBelowTheRecipient() {
        NonDeliveryReport report = Notices.report(Notices.byServer("Delivery Status Notification (Failure)",
                "Delivery to the following recipient failed permanently:\n\n     taro@far.example\n\n"
                + "The error that the other server returned was:\n554 5.7.1 Spam message rejected\n\n"
                + "----- Original message -----\n\n" + Notices.original()));
        assertThat(report.failures()).extracting(f -> f.recipient().orElse(""), f -> f.status().orElse(""),
                f -> f.reply().orElse("")).containsExactly(tuple("taro@far.example", "5.7.1", "554"));
    }

    @Test
    void tellsADelayFromAFailure() {
        NonDeliveryReport report = Notices.report(Notices.byServer("Warning: message delayed 24 hours",
                "Delivery to the following recipient has been delayed:\n\n  taro@far.example\n\n"
                + "Message will be retried for 2 more days. Connection timed out.\n"));
        assertThat(report.failures()).extracting(f -> f.action().orElse(""), f -> f.status().orElse(""))
                .containsExactly(tuple("delayed", "4.4.1"));
    }

    @Test
    void takesAnAbsenceNoteForAnAutomaticMessage() {
        assertThat(Notices.read("Return-Path: <>\nFrom: taro@far.example\nTo: info@shop.example\n"
                + "Subject: 自動応答: 不在のお知らせ\nContent-Type: text/plain; charset=utf-8\n\n不在です。\n"
                + "<hanako@far.example> までご連絡ください。\n").kind()).isEqualTo(EvidenceKind.RECEIVED_MESSAGE);
    }

    @Test
    void takesAWarningAboutTheMailboxForAnOrdinaryMessage() {
        assertThat(Notices.read(Notices.byServer("Your mailbox is almost full",
                "Your mailbox is full. Delete mail or write to support@shop.example\n")).kind())
                .isEqualTo(EvidenceKind.RECEIVED_MESSAGE);
    }

    @Test
    void takesAnArticleAboutBouncesForAnOrdinaryMessage() {
        assertThat(Notices.read("From: Tips <news@tips.example>\nTo: info@shop.example\n"
                + "Subject: Why mail delivery failed\nList-Unsubscribe: <mailto:u@tips.example>\n\n"
                + "When mail could not be delivered you see 550 5.1.1 user unknown for <bob@far.example>.\n").kind())
                .isEqualTo(EvidenceKind.RECEIVED_MESSAGE);
    }

    @Test
    void takesAParcelThatCouldNotBeDeliveredForAnOrdinaryMessage() {
        assertThat(Notices.read("From: No Reply <no-reply@parcels.example>\nTo: info@shop.example\n"
                + "Subject: Delivery failed\n\nYour parcel could not be delivered to you: the address does not exist.\n"
                + "Write to help@parcels.example\n").kind()).isEqualTo(EvidenceKind.RECEIVED_MESSAGE);
    }

    @Test
    void capsWhatTheServerSaid() {
        NonDeliveryReport report = Notices.report(Notices.byServer("failure notice",
                "<a@far.example>:\n550 no such user " + "x".repeat(5_000) + "\n"));
        assertThat(report.failures().get(0).diagnostic().orElse("")).hasSize(500);
    }
}
