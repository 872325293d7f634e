package org.mimawari.message.report;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.Origin;
import org.mimawari.message.evidence.MailEvidence;
import org.mimawari.message.MailMessage;

/** Notices for tests, each with its headers; the mailbox that gets them is info@shop.example. */
final class Notices {

    private static final Origin ORIGIN = new Origin(Optional.empty(), Optional.empty(),
            new EvidenceRef("story", "message:1", Optional.empty()));

    private Notices() {}

    static Evidence read(String text) {
        return read(text, StandardCharsets.UTF_8);
    }

    static Evidence read(String text, Charset charset) {
        return MailEvidence.received(MailMessage.of(text.getBytes(charset)), ORIGIN);
    }

    static NonDeliveryReport report(String text) {
        return (NonDeliveryReport) read(text);
    }

    /** A notice by a server, in plain text. */
    static String byServer(String subject, String body) {
        return "Return-Path: <>\nFrom: MAILER-DAEMON@mx.far.example\nTo: info@shop.example\nSubject: " + subject
                + "\nMessage-ID: <notice@mx.far.example>\nContent-Type: text/plain; charset=utf-8\n\n" + body;
    }

    /** A report after RFC 3464 with these fields of one recipient. */
    static String standard(String fields) {
        return "From: MAILER-DAEMON@mx.far.example\nTo: info@shop.example\nSubject: Report\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nNotice\n--b\n"
                + "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.far.example\n\n" + fields
                + "\n--b\nContent-Type: message/rfc822\n\n" + original() + "\n--b--\n";
    }

    static String original() {
        return "Received: from pc (unknown [203.0.113.9])\n\t(Authenticated sender: info@shop.example)\n"
                + "\tby mail.shop.example with ESMTPSA id 1; Fri, 20 Nov 2026 11:20:00 +0900\n"
                + "DKIM-Signature: v=1; a=rsa-sha256; d=shop.example; s=a; b=x\nMessage-ID: <ours@shop.example>\n"
                + "From: info@shop.example\nTo: taro@far.example\nSubject: =?utf-8?B?44GU6KuL5rGC5pu4?=\n"
                + "Date: Fri, 20 Nov 2026 11:20:00 +0900\nX-Mailer: Mailer 1.0\n\nHello\n";
    }
}
