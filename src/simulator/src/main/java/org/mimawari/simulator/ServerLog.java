package org.mimawari.simulator;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes what a mail server with Postfix and Dovecot logs, with ISO stamps as rsyslog writes them. */
final class ServerLog {

    private static final DateTimeFormatter STAMP = DateTimeFormatter
            .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT).withZone(ZoneId.of("Asia/Tokyo"));
    private static final String HOST = "mx1";

    private final Recorded evidence;
    private final Chance chance;

    ServerLog(Recorded evidence, Chance chance) {
        this.evidence = evidence;
        this.chance = chance;
    }

    void imapLogin(Instant time, Persona persona, String ip) {
        String session = chance.hex(16);
        int process = 1000 + chance.below(60_000);
        line(time, "dovecot: imap-login: Login: user=<" + persona.address() + ">, method=PLAIN, rip=" + ip
                + ", lip=192.0.2.25, mpid=" + process + ", TLS, session=<" + session + ">");
        line(time.plusSeconds(60), "dovecot: imap(" + persona.address() + ")<" + process + "><" + session
                + ">: Disconnected: Logged out in=" + (100 + chance.below(900)) + " out=" + (2_000 + chance.below(40_000))
                + " deleted=0 expunged=0 trashed=0 hdr_count=3 hdr_bytes=1209 body_count=2 body_bytes=30122");
    }

    void failedImapLogin(Instant time, Persona persona, String ip) {
        line(time, "dovecot: imap-login: Disconnected: Connection closed (auth failed, 1 attempts in 2 secs): user=<"
                + persona.address() + ">, method=PLAIN, rip=" + ip + ", lip=192.0.2.25, TLS, session=<" + chance.hex(16)
                + ">");
    }

    /** One message submitted over authenticated SMTP; every so manieth recipient is refused. */
    void submits(Instant time, Persona persona, String ip, List<String> recipients, int refuseOneIn) {
        String queueId = chance.hex(11).toUpperCase(Locale.ROOT);
        line(time, "postfix/submission/smtpd[2101]: " + queueId + ": client=unknown[" + ip
                + "], sasl_method=PLAIN, sasl_username=" + persona.address());
        line(time.plusMillis(20), "postfix/cleanup[2102]: " + queueId + ": message-id=<" + chance.hex(20) + "@"
                + Company.DOMAIN + ">");
        line(time.plusMillis(40), "postfix/qmgr[812]: " + queueId + ": from=<" + persona.address() + ">, size="
                + (1_500 + chance.below(9_000)) + ", nrcpt=" + recipients.size() + " (queue active)");
        for (String to : recipients) {
            boolean refused = refuseOneIn > 0 && chance.oneIn(refuseOneIn);
            line(time.plusMillis(900), "postfix/smtp[2103]: " + queueId + ": to=<" + to + ">, relay=mx."
                    + to.substring(to.indexOf('@') + 1) + "[198.51.100.200]:25, delay=0.9, delays=0.1/0/0.3/0.5, " + (refused
                    ? "dsn=5.1.1, status=bounced (host mx said: 550 5.1.1 User unknown (in reply to RCPT TO command))"
                    : "dsn=2.0.0, status=sent (250 2.0.0 OK)"));
        }
        line(time.plusMillis(950), "postfix/qmgr[812]: " + queueId + ": removed");
    }

    private void line(Instant time, String message) {
        evidence.log(time, STAMP.format(time) + " " + HOST + " " + message);
    }
}
