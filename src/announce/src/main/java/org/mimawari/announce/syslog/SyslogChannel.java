package org.mimawari.announce.syslog;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mimawari.announce.AnnounceException;
import org.mimawari.announce.Announcement;
import org.mimawari.announce.Channel;
import org.mimawari.announce.net.Line;
import org.mimawari.announce.text.AnnouncementText;
import org.mimawari.evidence.Words;
import org.mimawari.incident.IncidentStatus;
import org.mimawari.incident.KnownIncident;
import org.mimawari.report.wording.Phrasing;

/**
 * Sends one syslog message for every change and every failure, over TLS (RFC 5425). The protocol has no receipts: a
 * delivery counts when the receiver has not broken the connection by the end of it.
 */
public final class SyslogChannel implements Channel {

    private static final int ERROR = 3;
    private static final int NOTICE = 5;
    private static final int MOMENT_MILLIS = 100;
    private static final int FAREWELL_MILLIS = 2_000;
    private static final int MOST_FAREWELL = 4_096;

    private final String name;
    private final SyslogSettings settings;
    private final AnnouncementText text;

    public SyslogChannel(String name, SyslogSettings settings, AnnouncementText text) {
        this.name = name;
        this.settings = settings;
        this.text = text;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void send(Announcement announcement) throws AnnounceException {
        try (Line line = Line.open(settings.host(), settings.port(), settings.limit())) {
            send(announcement, line);
        } catch (IOException e) {
            throw AnnounceException.retryable(Line.failure(refused(), e, settings.host(), settings.port()), e);
        }
    }

    private void send(Announcement announcement, Line line) throws AnnounceException {
        try (Socket socket = settings.encrypted() ? line.encrypted(settings.trust()) : line.socket()) {
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
            for (SyslogMessage message : messages(announcement)) {
                out.write(message.framed(settings));
            }
            out.flush();
            farewell(socket);
        } catch (IOException e) {
            throw AnnounceException.retryable(line.failure(refused(), e), e);
        }
    }

    /**
     * Says that nothing follows, and waits a moment for the same: a broken connection shows itself here. So does a
     * receiver that had hung up before, of which nobody knows what it has read.
     */
    private static void farewell(Socket socket) throws IOException {
        if (endsWithin(MOMENT_MILLIS, socket)) {
            throw new IOException("it closed the connection before everything was said");
        }
        socket.shutdownOutput();
        endsWithin(FAREWELL_MILLIS, socket);
    }

    private static boolean endsWithin(int millis, Socket socket) throws IOException {
        socket.setSoTimeout(millis);
        try {
            return socket.getInputStream().readNBytes(MOST_FAREWELL).length < MOST_FAREWELL;
        } catch (SocketTimeoutException silent) {
            return false;
        }
    }

    List<SyslogMessage> messages(Announcement announcement) {
        List<SyslogMessage> messages = new ArrayList<>();
        for (String failure : announcement.failures()) {
            Map<String, String> facts = facts(announcement);
            messages.add(new SyslogMessage(ERROR, announcement.at(), "failure", facts, text.failure(failure)));
        }
        AnnouncementText.gravestFirst(announcement.changes())
                .forEach(incident -> messages.add(message(announcement, incident)));
        return messages;
    }

    private SyslogMessage message(Announcement announcement, KnownIncident incident) {
        Map<String, String> facts = facts(announcement);
        facts.put("incident", incident.id());
        facts.put("mailbox", incident.mailbox());
        facts.put("status", Words.of(incident.status()));
        facts.put("level", Words.of(incident.level()));
        facts.put("score", Phrasing.score(incident.score()));
        incident.when().from().ifPresent(from -> facts.put("firstAct", written(from)));
        incident.when().to().ifPresent(to -> facts.put("lastAct", written(to)));
        facts.put("indicators", String.join(" ", incident.indicators()));
        String words = text.heading(incident) + incident.sentences().stream().findFirst().map(first -> ": " + first)
                .orElse("");
        return new SyslogMessage(severity(incident), announcement.at(), "incident", facts, words);
    }

    private static Map<String, String> facts(Announcement announcement) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("announcement", announcement.id());
        facts.put("tenant", announcement.tenant());
        return facts;
    }

    /** Critical 2, error 3, warning 4, notice 5, informational 6; what is over is a notice at most. */
    private static int severity(KnownIncident incident) {
        int byLevel = switch (incident.level()) {
            case CRITICAL -> 2;
            case HIGH -> ERROR;
            case MEDIUM -> 4;
            case LOW -> NOTICE;
            case INFO -> 6;
        };
        return incident.status() == IncidentStatus.RESOLVED ? Math.max(byLevel, NOTICE) : byLevel;
    }

    private static String written(Instant time) {
        return Phrasing.clamped(time).toString();
    }

    private String refused() {
        return "the syslog receiver " + settings.host() + " port " + settings.port() + " did not take the messages";
    }
}
