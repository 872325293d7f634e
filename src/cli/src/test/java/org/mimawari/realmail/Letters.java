package org.mimawari.realmail;

import java.time.Instant;
import java.util.List;

/** Messages as people, thieves and servers write them. */
final class Letters {

    private Letters() {}

    static String ordinary(String from, List<String> to, String id, Instant time) {
        return """
                Message-ID: %s
                Date: %s
                From: %s
                To: %s
                Subject: Schedule for the week
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8
                User-Agent: Thunderbird 115.1

                Please find it attached.
                """.formatted(id, PastWeeks.MAIL_DATE.format(time), from, String.join(", ", to));
    }

    static String spam(String from, String to, int number, Instant time) {
        return """
                Message-ID: <%d.%d@WIN-7F3A>
                Date: %s
                From: %s
                To: %s
                Subject: Your invoice %d is overdue
                X-Mailer: Leaf PHPMailer 2.8
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8

                Pay at once: https://pay.example/%d
                """.formatted(time.toEpochMilli(), number, PastWeeks.MAIL_DATE.format(time), from, to, number, number);
    }

    /** Postfix could not deliver what somebody submitted with this mailbox's password. */
    static String failure(PastWeeks.Submitted lost, String recipient) {
        String time = PastWeeks.MAIL_DATE.format(lost.time());
        String later = PastWeeks.MAIL_DATE.format(lost.time().plusSeconds(1));
        return """
                Return-Path: <>
                Received: by mail.hinode.example (Postfix) id B%1$s; %2$s
                Date: %2$s
                From: MAILER-DAEMON@mail.hinode.example (Mail Delivery System)
                Subject: Undelivered Mail Returned to Sender
                To: %3$s
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="%1$s"
                Message-Id: <B%1$s.%6$s@mail.hinode.example>

                --%1$s
                Content-Type: text/plain; charset=us-ascii

                I'm sorry to have to inform you that your message could not be delivered.

                --%1$s
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.hinode.example
                X-Postfix-Queue-ID: %1$s
                X-Postfix-Sender: rfc822; %3$s
                Arrival-Date: %4$s

                Final-Recipient: rfc822; %5$s
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 User unknown

                --%1$s
                Content-Type: text/rfc822-headers

                Return-Path: <%3$s>
                Received: from WIN-7F3A (unknown [%7$s])
                \t(Authenticated sender: %3$s)
                \tby mail.hinode.example (Postfix) with ESMTPSA id %1$s; %4$s
                Message-ID: %8$s
                Date: %4$s
                From: %3$s
                To: %5$s
                Subject: Your invoice is overdue
                X-Mailer: Leaf PHPMailer 2.8

                --%1$s--
                """.formatted(lost.queueId(), later, lost.user(), time, recipient, Integer.toHexString(recipient.hashCode()),
                lost.ip(), lost.id());
    }

    /** Somebody else's server refused mail that only bore this address; it never passed a server of ours. */
    static String forgedFailure(String mailbox, int number, Instant time) {
        String date = PastWeeks.MAIL_DATE.format(time);
        return """
                Date: %1$s
                From: MAILER-DAEMON@mx.victim.example (Mail Delivery System)
                Subject: Undelivered Mail Returned to Sender
                To: %2$s
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="f%3$d"
                Message-Id: <f%3$d@mx.victim.example>

                --f%3$d
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.victim.example
                Arrival-Date: %1$s

                Final-Recipient: rfc822; x%3$d@victim.example
                Action: failed
                Status: 5.1.1

                --f%3$d
                Content-Type: text/rfc822-headers

                Received: from mail.spammer.test (unknown [198.51.100.77])
                \tby mx.victim.example with ESMTP id f%3$d; %1$s
                Message-ID: <%3$d@spammer.test>
                Date: %1$s
                From: %2$s
                To: x%3$d@victim.example
                Subject: You won

                --f%3$d--
                """.formatted(date, mailbox, number);
    }
}
