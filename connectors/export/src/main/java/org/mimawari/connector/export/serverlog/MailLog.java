package org.mimawari.connector.export.serverlog;

import java.util.function.Consumer;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.OwnDomains;

/**
 * Understands the lines of mail servers, one after the other in the order of time, and gives out evidence as soon as
 * all that belongs together was read. Knows nothing of files, so it serves whole archives and growing logs alike. Its
 * memory is bounded. Not safe for several threads.
 */
final class MailLog {

    private final AuthFailures failures;
    private final PostfixLines postfix;
    private final DovecotLines dovecot;
    private final EximLines exim;
    private final CyrusLines cyrus;
    private final CourierLines courier;
    private final SendmailLines sendmail;
    private final WebmailLines webmail;

    /** @param ownDomains the organisation's domains; where none are known they are learned from the log */
    MailLog(OwnDomains ownDomains, Consumer<Evidence> out) {
        LogEvidence evidence = new LogEvidence(out);
        OwnSide ownSide = new OwnSide(ownDomains);
        SentMail sent = new SentMail(evidence, ownSide);
        failures = new AuthFailures(evidence);
        postfix = new PostfixLines(evidence, failures, sent, ownSide);
        dovecot = new DovecotLines(evidence, failures);
        exim = new EximLines(evidence, failures, sent, ownSide);
        cyrus = new CyrusLines(evidence, failures);
        courier = new CourierLines(evidence, failures);
        sendmail = new SendmailLines(evidence, failures, sent, ownSide);
        webmail = new WebmailLines(evidence);
    }

    /** Takes one framed line; what it says may come out now or with a later line. */
    void read(LogLine line) {
        passTime(line.time);
        switch (line.program) {
            case POSTFIX -> postfix.read(line);
            case DOVECOT -> dovecot.read(line);
            case EXIM -> exim.read(line);
            case CYRUS -> cyrus.read(line);
            case COURIER -> courier.read(line);
            case SENDMAIL -> sendmail.read(line);
            case WEBMAIL -> webmail.read(line);
            case OTHER -> { }
        }
    }

    /** Gives out what only waited for a while; call it where a growing log is quiet. */
    void passTime(long now) {
        if (now != LogLine.NO_TIME) {
            failures.passTime(now);
            dovecot.passTime(now);
        }
    }

    /** The log ends here: whatever is still open is given out as far as it is known. */
    void finish() {
        dovecot.finish();
        failures.finish();
        postfix.finish();
        exim.finish();
        cyrus.finish();
        sendmail.finish();
    }
}
