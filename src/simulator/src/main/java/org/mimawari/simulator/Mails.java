package org.mimawari.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/** Writes messages: ordinary mail, and delivery failures of both kinds. */
final class Mails {

    private static final DateTimeFormatter DATE = DateTimeFormatter
            .ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH).withZone(Calendar.TOKYO);

    private final Chance chance;

    Mails(Chance chance) {
        this.chance = chance;
    }

    String ordinary(String from, String to, String subject, Instant time) {
        return """
                Message-ID: <%s@%s>
                Date: %s
                From: %s
                To: %s
                Subject: %s
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 8bit
                User-Agent: Thunderbird 115.1

                お世話になっております。
                """.formatted(chance.hex(20), from.substring(from.indexOf('@') + 1), DATE.format(time), from, to, encoded(subject));
    }

    /** The company's own server could not deliver a message that somebody submitted with this mailbox's password. */
    String ownBounce(Persona persona, String recipient, Instant time, String attacker) {
        String queueId = chance.hex(10).toUpperCase(Locale.ROOT);
        String original = """
                Received: from WIN-%s (unknown [%s])
                \t(Authenticated sender: %s)
                \tby mx2.%s (Postfix) with ESMTPSA id %s
                \tfor <%s>; %s
                Message-ID: <%s@WIN-HOST>
                Date: %s
                From: %s
                To: %s
                Subject: Invoice %s overdue
                X-Mailer: Leaf PHPMailer 2.8
                """.formatted(chance.hex(8).toUpperCase(Locale.ROOT), attacker, persona.address(), Company.DOMAIN, queueId,
                recipient, DATE.format(time.minusSeconds(20)), chance.hex(24), DATE.format(time.minusSeconds(22)),
                persona.address(), recipient, chance.hex(5));
        return bounce(persona, recipient, time, new Failure("mx2." + Company.DOMAIN, original));
    }

    /** Somebody else's server refused mail that only carried this address: it never passed the company's servers. */
    String forgedBounce(Persona persona, String recipient, Instant time) {
        String original = """
                Received: from mail.spammer.test (unknown [198.51.100.77])
                \tby mx.%s with ESMTP id %s; %s
                Message-ID: <%s@spammer.test>
                Date: %s
                From: %s
                To: %s
                Subject: You won
                """.formatted(recipient.substring(recipient.indexOf('@') + 1), chance.hex(8), DATE.format(time.minusSeconds(30)),
                chance.hex(16), DATE.format(time.minusSeconds(60)), persona.address(), recipient);
        return bounce(persona, recipient, time, new Failure("mx." + recipient.substring(recipient.indexOf('@') + 1), original));
    }

    /** Who gave up, and the headers of what could not be delivered. */
    private record Failure(String server, String original) {}

    private String bounce(Persona persona, String recipient, Instant time, Failure failure) {
        String boundary = chance.hex(12);
        return """
                Return-Path: <>
                Received: by mx2.%1$s (Postfix) id %2$s; %3$s
                Message-ID: <%2$s@%4$s>
                Date: %3$s
                From: MAILER-DAEMON@%4$s (Mail Delivery System)
                To: %5$s
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="%6$s"

                --%6$s
                Content-Type: text/plain; charset=us-ascii

                I'm sorry to have to inform you that your message could not be delivered.

                --%6$s
                Content-Type: message/delivery-status

                Reporting-MTA: dns; %4$s
                Arrival-Date: %3$s

                Final-Recipient: rfc822; %7$s
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 <%7$s>: Recipient address rejected: User unknown

                --%6$s
                Content-Type: text/rfc822-headers

                %8$s
                --%6$s--
                """.formatted(Company.DOMAIN, chance.hex(10).toUpperCase(Locale.ROOT), DATE.format(time), failure.server(),
                persona.address(), boundary, recipient, failure.original());
    }

    private static String encoded(String subject) {
        boolean ascii = subject.chars().allMatch(c -> c < 0x80);
        return ascii ? subject : "=?UTF-8?B?" + Base64.getEncoder()
                .encodeToString(subject.getBytes(StandardCharsets.UTF_8)) + "?=";
    }
}
