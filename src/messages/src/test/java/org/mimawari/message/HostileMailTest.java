package org.mimawari.message;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.Origin;
import org.mimawari.message.evidence.MailEvidence;

class HostileMailTest {

    private static final Origin ORIGIN = new Origin(Optional.empty(), Optional.empty(),
            new EvidenceRef("story", "message:1", Optional.empty()));

    @Test
    void readsAMillionOpeningBrackets() {
        assertQuick("From: " + "<".repeat(1_000_000) + "\nTo: " + "(".repeat(1_000_000) + "\nCc: " + "\"".repeat(99_999)
                + "\n\nx");
    }

    @Test
    void readsASubjectFoldedAHundredThousandTimes() {
        assertQuick("From: a@far.example\nSubject: " + "a\r\n ".repeat(400_000) + "\r\n\r\nx");
    }

    @Test
    void readsMultipartsNestedBeyondAnySense() {
        StringBuilder mail = new StringBuilder("From: a@far.example\n");
        for (int i = 0; i < 10_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\n\n--b").append(i).append('\n');
        }
        assertQuick(mail.toString());
    }

    @Test
    void readsMessagesNestedBeyondAnySense() {
        assertQuick("From: a@far.example\n" + "Content-Type: message/rfc822\n\n".repeat(50_000));
    }

    @Test
    void readsAHundredThousandParts() {
        String mail = "From: MAILER-DAEMON@far.example\nSubject: failure notice\nContent-Type: multipart/mixed; boundary=b\n\n"
                + "--b\n\nx\n".repeat(100_000);
        assertThat(MailMessage.of(mail.getBytes(StandardCharsets.US_ASCII)).ownParts()).hasSizeLessThanOrEqualTo(200);
        assertQuick(mail);
    }

    @Test
    void readsHeadersThatAreNone() {
        assertQuick(" \n : \n");
        assertQuick(": \n:\n::\n\n");
        assertQuick("");
        assertQuick("From: a@far.example\n" + "x".repeat(500_000) + "\n\n");
    }

    @Test
    void readsBrokenEncodedWords() {
        assertQuick("From: a@far.example\nSubject: " + "=?a?b?".repeat(100_000) + "\nX: =?utf-8?q?=?=\n\nx");
        assertThat(EncodedWords.decode("=?x-nosuch?q?hi=20there?=")).isEqualTo("hi there");
        assertThat(EncodedWords.decode("=?utf-8?q?=1B[31m=0D=0Ared?=")).doesNotContain("\u001b").doesNotContain("\n");
    }

    @Test
    void readsAHundredThousandReceivedHeaders() {
        String mail = "Received: from a by b; x\n".repeat(100_000) + "From: a@far.example\n\nx";
        assertThat(MailMessage.of(mail.getBytes(StandardCharsets.US_ASCII)).headers().all("received"))
                .hasSizeLessThanOrEqualTo(1_000);
        assertQuick(mail);
    }

    @Test
    void readsANoticeFullOfAddresses() {
        String head = "Return-Path: <>\nFrom: MAILER-DAEMON@far.example\nSubject: failure notice\n\n";
        assertQuick(head + "<a@far.example>: 550 5.1.1 no\n".repeat(60_000));
        StringBuilder many = new StringBuilder(head);
        for (int i = 0; i < 60_000; i++) {
            many.append("<a").append(i).append("@far.example>:\n550 5.1.1 no\n\n");
        }
        assertQuick(many.toString());
        assertQuick(many.toString().replace("550 5.1.1 no", ""));
        assertQuick(head + "@".repeat(500_000));
        assertQuick(head + "5.1.1 550 ".repeat(50_000));
    }

    @Test
    void readsMarkupWithoutEnd() {
        assertQuick("From: a@far.example\nContent-Type: text/html\n\n" + "<!--".repeat(60_000) + "&".repeat(100_000)
                + "<a ".repeat(60_000) + "<script>".repeat(30_000) + "http://".repeat(30_000));
    }

    @Test
    void readsParametersWithoutEnd() {
        assertQuick("From: a@far.example\nContent-Type: text/plain; " + "a=b; ".repeat(50_000) + "; name=\""
                + "\\".repeat(50_000) + "\nContent-Type: multipart/mixed; boundary=\"\"\n\n--\n--\n");
    }

    @Test
    @Tag("heavy")
    void readsRandomDamage() {
        Random random = new Random(7);
        String seed = "Return-Path: <>\nFrom: =?iso-2022-jp?B?GyRCJWE=?= <MAILER-DAEMON@far.example>\nTo: info@shop.example\n"
                + "Subject: failure notice\nDate: Fri, 20 Nov 2026 11:20:00 +0900 (JST)\nContent-Type: multipart/report; "
                + "boundary=\"b\"; report-type=delivery-status\n\n--b\n\n<a@far.example>:\n550 5.1.1 no (#5.1.1)\n--b\n"
                + "Content-Type: message/delivery-status\n\nFinal-Recipient: rfc822; a@far.example\nAction: failed\n"
                + "Status: 5.1.1\n\n--b\nContent-Type: message/rfc822; name*=utf-8''%e3%81\n\nReceived: from a ([192.0.2.1]) by b; x\n"
                + "Subject: x\nMessage-ID: <a@b>\nContent-Transfer-Encoding: quoted-printable\n\n=E3=\n--b--\n";
        for (int round = 0; round < 30_000; round++) {
            byte[] bytes = seed.getBytes(StandardCharsets.ISO_8859_1);
            for (int i = 0; i < 1 + round % 40; i++) {
                bytes[random.nextInt(bytes.length)] = round % 2 == 0 ? (byte) random.nextInt(256)
                        : bytes[random.nextInt(bytes.length)];
            }
            MailMessage message = MailMessage.of(bytes);
            MailEvidence.received(message, ORIGIN);
            MailEvidence.sentWithContent(message, ORIGIN);
        }
        assertThat(seed).isNotEmpty();
    }

    private static void assertQuick(String mail) {
        MailMessage message = assertTimeoutPreemptively(ofSeconds(10), () -> read(mail));
        assertThat(message).isNotNull();
    }

    private static MailMessage read(String mail) {
        MailMessage message = MailMessage.of(mail.getBytes(StandardCharsets.ISO_8859_1));
        Evidence received = MailEvidence.received(message, ORIGIN);
        assertThat(received).isNotNull();
        assertThat(MailEvidence.sentWithContent(message, ORIGIN)).isNotNull();
        return message;
    }
}
