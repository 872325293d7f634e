package org.mimawari.connector.export.serverlog;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;

/** Writes the log of a server through which one account sends without pause, and a few people read their mail. */
final class BusyMailServer {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss", Locale.US);
    private static final int RECIPIENT_EVERY = 3;

    private final Random random = new Random(7);
    private LocalDateTime now = LocalDateTime.of(2026, 11, 17, 4, 45);
    private long lines;
    private long recipients;

    /** Writes so many messages of {@code soudan@corp.example}. */
    BusyMailServer write(Path file, int messages) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < messages; i++) {
                now = i % 3 == 0 ? now.plusSeconds(1) : now;
                message(out, i);
                if (i % 20 == 0) {
                    reader(out, i);
                }
            }
        }
        return this;
    }

    long lines() {
        return lines;
    }

    long recipients() {
        return recipients;
    }

    private void message(BufferedWriter out, int i) throws IOException {
        String id = String.format("%X", 0x3B24DBB9000L + i % 5_000 * 4_099L);
        String ip = "203.0.113." + (i % 40 + 1);
        int to = 1 + i % RECIPIENT_EVERY;
        recipients += to;
        line(out, "postfix/submission/smtpd[" + (900 + i % 50) + "]: connect from unknown[" + ip + "]");
        line(out, "postfix/submission/smtpd[" + (900 + i % 50) + "]: " + id + ": client=unknown[" + ip
                + "], sasl_method=PLAIN, sasl_username=soudan@corp.example");
        line(out, "postfix/cleanup[945]: " + id + ": message-id=<" + i + "." + random.nextInt(99_999)
                + "@corp.example>");
        line(out, "postfix/cleanup[945]: " + id + ": info: header Subject: urgent invoice " + i + " from unknown[" + ip
                + "]; from=<soudan@corp.example> to=<v0@victim.example> proto=ESMTP helo=<winhost>");
        line(out, "postfix/qmgr[862]: " + id + ": from=<soudan@corp.example>, size=1897, nrcpt=" + to
                + " (queue active)");
        for (int each = 0; each < to; each++) {
            boolean bounced = (i + each) % 30 == 0;
            line(out, "postfix/smtp[946]: " + id + ": to=<v" + i + "-" + each + "@victim" + i % 90
                    + ".example>, relay=mx.victim.example[198.51.100.7]:25, delay=0.9, delays=0.1/0/0.4/0.4, dsn="
                    + (bounced
                            ? "5.1.1, status=bounced (host mx.victim.example[198.51.100.7] said: 550 5.1.1 User unknown)"
                            : "2.0.0, status=sent (250 2.0.0 Ok: queued as 4D2F83D)"));
        }
        line(out, "postfix/submission/smtpd[900]: disconnect from unknown[" + ip
                + "] ehlo=2 starttls=1 auth=1 mail=1 rcpt=1 data=1 quit=1 commands=8");
        line(out, "postfix/qmgr[862]: " + id + ": removed");
    }

    private void reader(BufferedWriter out, int i) throws IOException {
        String user = "user" + i % 300 + "@corp.example";
        String session = Integer.toString(i, 36) + "gAAAAA";
        line(out, "dovecot: imap-login: Login: user=<" + user
                + ">, method=PLAIN, rip=192.0.2.9, lip=192.0.2.1, mpid=" + i + ", TLS, session=<" + session + ">");
        line(out, "dovecot: imap(" + user + ")<" + i + "><" + session + ">: Disconnected: Logged out in=90 out=9000"
                + " deleted=0 expunged=0 trashed=0 hdr_count=3 hdr_bytes=1200 body_count=2 body_bytes=8000");
    }

    private void line(BufferedWriter out, String text) throws IOException {
        out.write(STAMP.format(now));
        out.write(" mail ");
        out.write(text);
        out.write('\n');
        lines++;
    }
}
