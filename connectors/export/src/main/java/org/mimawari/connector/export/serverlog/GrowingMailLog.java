package org.mimawari.connector.export.serverlog;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.OwnDomains;

/**
 * Understands a mail server's log line by line while it grows, in the same formats as exported logs. Evidence comes out
 * as soon as all that belongs together was read. Whoever reads the file decides where to begin and counts its lines.
 * Not safe for several threads.
 */
public final class GrowingMailLog {

    private final MailLog mail;
    private final YearWalk years;
    private final LogFraming framing;
    private final LogLine line = new LogLine();
    private boolean dated;

    /**
     * @param name how evidence cites the log
     * @param zone zone of stamps that carry none
     * @param now when following begins; the first stamp without a year lies before the day after it
     */
    public GrowingMailLog(String name, ZoneId zone, Instant now, OwnDomains ownDomains, Consumer<Evidence> out) {
        long day = now.plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
        this.mail = new MailLog(ownDomains, out);
        this.years = new YearWalk(now.atOffset(ZoneOffset.UTC).getYear() + 1, day);
        this.framing = new LogFraming(zone, years);
        this.line.source = new LogSource(name);
    }

    /** Takes the line with this number, without its line end; false where it is no line of a log. */
    public boolean take(byte[] bytes, long number) {
        line.set(bytes, 0, bytes.length);
        line.number = number;
        boolean framed = bytes.length > 0 && framing.frame(line);
        if (framed) {
            mail.read(line);
        }
        if (framed && !dated) {
            years.open();
            dated = true;
        }
        return framed;
    }

    /** Gives out what only waited for a while; call it now and then where the log is quiet. */
    public void passTime(Instant now) {
        mail.passTime(now.toEpochMilli());
    }

    /** Following ends: whatever is still open is given out as far as it is known. */
    public void finish() {
        mail.finish();
    }
}
