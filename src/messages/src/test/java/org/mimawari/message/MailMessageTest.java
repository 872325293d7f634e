package org.mimawari.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.SentMessage;
import org.mimawari.message.evidence.MailEvidence;

class MailMessageTest {

    private static final Origin ORIGIN = new Origin(Optional.empty(), Optional.empty(),
            new EvidenceRef("story", "message:1", Optional.empty()));

    @Test
    void countsRecipientsAndThoseHidden() {
        SentMessage sent = sent("From: \"Info, Shop\" <Info@Shop.example>\nTo: A <a@far.example>, b@far.example\n"
                + "Cc: friends: c@far.example, d@far.example;\nBcc: e@far.example\nSubject: hi\n\nx");
        assertThat(sent.recipients()).isEqualTo(5);
        assertThat(sent.hidden()).isEqualTo(1);
        assertThat(sent.from()).contains("info@shop.example");
    }

    @Test
    void findsWhereAMessageWasSubmittedFrom() {
        SentMessage sent = sent("Received: from mx ([192.0.2.2]) by store with LMTP; Fri, 20 Nov 2026 11:20:01 +0900\n"
                + "Received: from pc (unknown [203.0.113.9]) (Authenticated sender: info@shop.example)\n by mx with ESMTPSA;"
                + " Fri, 20 Nov 2026 11:20:00 +0900\nFrom: info@shop.example\nUser-Agent: Thunderbird/115\n\nx");
        assertThat(sent.ip().orElseThrow().text()).isEqualTo("203.0.113.9");
        assertThat(sent.client()).contains("Thunderbird/115");
    }

    @Test
    void readsTextLinksAndAttachmentsWithoutMarkup() {
        SentMessage sent = sent("From: info@shop.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
                + "Content-Type: text/html; charset=utf-8\n\n<style>p{}</style><p>Pay&nbsp;<a href=\"https://Pay.far.example/x\">"
                + "here</a></p>\n--b\nContent-Type: application/pdf\nContent-Disposition: attachment;\n"
                + " filename*0*=utf-8''%e8%ab%8b; filename*1*=%e6%b1%82.pdf\n\nx\n--b--\n");
        assertThat(sent.content().orElseThrow().text()).isEqualTo("Pay here");
        assertThat(sent.content().orElseThrow().linkHosts()).containsExactly("pay.far.example");
        assertThat(sent.content().orElseThrow().attachments()).containsExactly("請求.pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso-2022-jp", "windows-31j", "euc-jp", "utf-8"})
    void readsRawJapaneseHeadersAndBodiesInAnyCharacterSet(String charset) {
        byte[] mail = "From: a@far.example\nSubject: 至急のお知らせです\n\nお支払いのご確認をお願いします".getBytes(Charset.forName(charset));
        MailMessage message = MailMessage.of(mail);
        assertThat(message.subject()).contains("至急のお知らせです");
        assertThat(MessageText.of(message)).startsWith("お支払いのご確認をお願いします");
    }

    @Test
    void joinsACharacterSplitBetweenTwoEncodedWords() {
        assertThat(EncodedWords.decode("=?utf-8?B?44GU6Ks=?=\t=?utf-8?B?i+axgg==?= !")).isEqualTo("ご請求 !");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Fri, 20 Nov 2026 11:20:00 +0900 (JST)|2026-11-20T02:20:00Z",
        "20 Nov 26 02:20 GMT|2026-11-20T02:20:00Z", "Fri Nov 20 02:20:00 2026|2026-11-20T02:20:00Z",
        "Fri, 20-Nov-2026 02:20:00 -0000|2026-11-20T02:20:00Z"})
    void readsDatesAsTheyAreMet(String text, String instant) {
        assertThat(MailDates.find(text)).contains(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fri, 20 Nov 9999999 11:20:00 +0900", "1 Jan 1601 00:00:00 +0000", "tomorrow", "",
        "31 Feb 2026 00:00:00 +0000"})
    void takesNoImpossibleDate(String text) {
        assertThat(MailDates.find(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: auto-replied", "Precedence: bulk", "X-Autoreply: yes",
        "Subject: 自動返信メール", "Subject: Automatic reply: hi", "Return-Path: <>"})
    void knowsAutomaticMail(String header) {
        assertThat(((ReceivedMessage) received("From: a@far.example\n" + header + "\n\nx")).automatic()).isTrue();
    }

    @Test
    void takesAPersonsMailForNoAutomaticOne() {
        assertThat(((ReceivedMessage) received("From: a@far.example\nAuto-Submitted: no\nSubject: Re: vacation plans\n\nx"))
                .automatic()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"INBOX.Sent,SENT", "&kAFP4W4IMH8wojCkMMYw4A-,SENT", "[Gmail]/Sent Mail,SENT", "Éléments envoyés,SENT",
        "Отправленные,SENT", "보낸편지함,SENT", "已发送,SENT", "Gesendete Elemente,SENT", "受信トレイ,RECEIVED",
        "Junk E-mail,RECEIVED", "下書き,DRAFTS", "ゴミ箱,MIXED", "Sent.mbox,SENT"})
    void knowsFoldersInManyLanguages(String name, FolderNames.Role role) {
        assertThat(FolderNames.role(name)).contains(role);
    }

    @Test
    void takesAFolderOfTheUsersOwnForNone() {
        assertThat(FolderNames.role("Sent to lawyer")).isEmpty();
        assertThat(ModifiedUtf7.decode("&AAA-")).isEqualTo("&AAA-");
        assertThat(ModifiedUtf7.decode("Q&-A")).isEqualTo("Q&A");
    }

    private static SentMessage sent(String mail) {
        return MailEvidence.sentWithContent(MailMessage.of(mail.getBytes(StandardCharsets.UTF_8)), ORIGIN);
    }

    private static Evidence received(String mail) {
        return MailEvidence.received(MailMessage.of(mail.getBytes(StandardCharsets.UTF_8)), ORIGIN);
    }
}
