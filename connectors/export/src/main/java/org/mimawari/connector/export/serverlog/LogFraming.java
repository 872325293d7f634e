package org.mimawari.connector.export.serverlog;

import java.time.ZoneId;
import java.util.Arrays;

/**
 * Finds time, host, program and message in a line, in whatever container it comes: syslog with or without year, RFC
 * 5424 (whose program name is often cut at the first {@code /}), Dovecot's and Exim's own files, output of containers
 * ({@code name | …}, CRI, {@code docker logs -t}), journald and Docker JSON lines.
 */
final class LogFraming {

    private static final int LONGEST_TAG = 64;
    private static final int LONGEST_PRIORITY = 5;
    private static final int BYTE_ORDER_MARK = 0xEF;

    private final StampReader stamps;
    private final JsonLine json = new JsonLine();
    private long lastHost;
    private byte[] lastHostName = new byte[0];

    LogFraming(ZoneId zone, YearWalk years) {
        this.stamps = new StampReader(zone, years);
    }

    void years(YearWalk walk) {
        stamps.years(walk);
    }

    /** Finds the parts of the line; false where it is no line of a log. */
    boolean frame(LogLine line) {
        int at = behindContainer(line, line.from);
        if (line.at(at) == '{') {
            return json(line, at);
        }
        return framed(line, at);
    }

    /** Where a stamp may begin: behind terminal colours, null bytes of a crash, a container's name and a priority. */
    static int behindContainer(LogLine line, int start) {
        int at = start;
        while (line.at(at) == 0) {
            at++;
        }
        int first = line.at(at);
        if (first >= 'A' && first <= 'Z' && StampReader.month(line, at) > 0 || first >= '0' && first <= '9') {
            return at;
        }
        at = behindColour(line, at);
        int bar = line.find('|', at);
        int name = line.stop(at, " |");
        if (bar > at && bar - at < LONGEST_TAG && line.at(name) == ' ' && onlySpaces(line, name, bar)) {
            at = behindColour(line, bar + 1);
            at = line.at(at) == ' ' ? at + 1 : at;
        }
        return at;
    }

    private boolean json(LogLine line, int at) {
        if (!json.read(line, at)) {
            return false;
        }
        long outer = json.millis();
        if (json.program().isEmpty()) {
            json.put(line);
            return outerStamped(line, line.from, outer);
        }
        json.put(line);
        line.time = outer;
        line.host = json.host();
        line.program = MailProgram.byTag(line);
        resolve(line);
        return true;
    }

    private boolean framed(LogLine line, int start) {
        if (line.at(start) == '[' && BracketStamp.isAt(line, start)) {
            line.time = BracketStamp.millis(line, start);
            line.message = BracketStamp.behind(line, start);
            resolve(line);
            return true;
        }
        int at = behindPriority(line, start);
        boolean is5424 = at > start && line.at(at) == '1' && line.at(at + 1) == ' ';
        if (!stamps.read(line, is5424 ? at + 2 : at)) {
            return Unstamped.frame(line, start);
        }
        int next = behindStamp(line);
        if (next < 0) {
            return false;
        }
        line.time = stamps.millis();
        if (is5424) {
            return rfc5424(line, next);
        }
        boolean isZoned = stamps.isZoned();
        StampReader.Kind kind = stamps.kind();
        if (isZoned && (line.startsWith(next, "stdout ") || line.startsWith(next, "stderr "))) {
            return outerStamped(line, next + 9, line.time);
        }
        if (isZoned && stamps.read(line, next)) {
            return behindStamp(line, behindSpaces(line, stamps.end()), stamps.kind());
        }
        return behindStamp(line, next, kind);
    }

    /** Where the line goes on; −1 where what looks like a stamp is part of a longer word. */
    private int behindStamp(LogLine line) {
        int at = stamps.end();
        at += line.at(at) == ':' ? 1 : 0;
        int next = behindSpaces(line, at);
        return next > at || next == line.to || line.at(at) == '\t' ? next : -1;
    }

    /** A line whose container told the time, and which may have a stamp of its own as well. */
    private boolean outerStamped(LogLine line, int start, long outer) {
        boolean known = framed(line, behindContainer(line, start));
        line.time = outer == LogLine.NO_TIME ? line.time : outer;
        return known;
    }

    private boolean behindStamp(LogLine line, int at, StampReader.Kind kind) {
        if (DovecotService.at(line, at)) {
            line.message = at;
            line.program = MailProgram.DOVECOT;
            return true;
        }
        int space = line.stop(at, " ");
        boolean tagged = isTag(line, space + 1);
        if (tagged && line.at(at) != '[') {
            line.host = host(line, at, space);
            tag(line, space + 1);
            line.program = MailProgram.byTag(line);
        } else if (isTag(line, at)) {
            tag(line, at);
            line.program = MailProgram.byTag(line);
        } else {
            line.message = at;
            line.program = kind == StampReader.Kind.SPACED ? MailProgram.EXIM : MailProgram.OTHER;
        }
        resolve(line);
        return true;
    }

    private boolean rfc5424(LogLine line, int start) {
        int host = line.stop(start, " ");
        line.host = host(line, start, host);
        line.tagFrom = host + 1;
        line.tagTo = line.stop(line.tagFrom, " ");
        line.pid = (int) Math.max(0, line.number(line.tagTo + 1));
        int afterPid = line.stop(line.tagTo + 1, " ");
        int afterId = line.stop(afterPid + 1, " ");
        line.message = behindSpaces(line, structured(line, afterId + 1));
        if (line.at(line.message) == BYTE_ORDER_MARK) {
            line.message = Math.min(line.to, line.message + 3);
        }
        line.program = MailProgram.byTag(line);
        resolve(line);
        return true;
    }

    /** Behind structured data (RFC 5424 section 6.3), in whose quoted values a backslash escapes. */
    private static int structured(LogLine line, int start) {
        int at = start;
        boolean quoted = false;
        if (line.at(at) != '[') {
            return Math.min(line.to, at + 1);
        }
        while (at < line.to) {
            int c = line.at(at);
            if (quoted && c == '\\') {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ']' && !quoted && line.at(at + 1) != '[') {
                return at + 1;
            }
            at++;
        }
        return line.to;
    }

    /** Doubled names are taken off, and lines whose name says nothing are judged by their beginning. */
    private void resolve(LogLine line) {
        int length = line.tagTo - line.tagFrom;
        while (length > 0 && sameTag(line, length)) {
            line.message = behindSpaces(line, line.message + length + 1);
        }
        if (line.program == MailProgram.OTHER && DovecotService.isPlain(line, line.message)) {
            line.program = MailProgram.DOVECOT;
        }
        boolean unnamed = line.program == MailProgram.OTHER
                || line.program == MailProgram.EXIM && line.tagTo == line.tagFrom;
        if (unnamed && WebmailLines.isTypical(line, line.message)) {
            line.program = MailProgram.WEBMAIL;
        }
        if (line.program == MailProgram.EXIM && stamps.read(line, line.message)) {
            line.message = behindSpaces(line, stamps.end());
        }
    }

    private static boolean sameTag(LogLine line, int length) {
        if (line.at(line.message + length) != ':') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (line.at(line.message + i) != line.at(line.tagFrom + i)) {
                return false;
            }
        }
        return true;
    }

    /** {@code name: }, {@code name[123]: } or {@code name/part[123]: }. */
    private static boolean isTag(LogLine line, int at) {
        int end = tagEnd(line, at);
        if (end == at || end - at > LONGEST_TAG) {
            return false;
        }
        if (line.at(end) == '[') {
            end = line.stop(end, "] ");
            return line.at(end) == ']' && line.at(end + 1) == ':';
        }
        return line.at(end) == ':' && (line.at(end + 1) == ' ' || line.at(end + 1) < 0);
    }

    private static int tagEnd(LogLine line, int at) {
        int end = at;
        while (end < line.to && end - at <= LONGEST_TAG && isTagCharacter(line.at(end))) {
            end++;
        }
        return end;
    }

    private static boolean isTagCharacter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '/' || c == '-' || c == '_'
                || c == '.' || c == '(' || c == ')' || c == '@';
    }

    private static void tag(LogLine line, int at) {
        line.tagFrom = at;
        line.tagTo = tagEnd(line, at);
        int colon = line.tagTo;
        if (line.at(colon) == '[') {
            line.pid = (int) Math.max(0, line.number(colon + 1));
            colon = line.stop(colon, "]") + 1;
        }
        line.message = behindSpaces(line, colon + 1);
    }

    private long host(LogLine line, int from, int to) {
        int length = to - from;
        boolean same = length == lastHostName.length;
        for (int i = 0; same && i < length; i++) {
            same = line.bytes[from + i] == lastHostName[i];
        }
        if (!same) {
            lastHostName = Arrays.copyOfRange(line.bytes, from, to);
            lastHost = LineHash.of(line.bytes, from, to);
        }
        return lastHost;
    }

    static int behindPriority(LogLine line, int at) {
        if (line.at(at) != '<') {
            return at;
        }
        int close = line.find(">", at, Math.min(line.to, at + LONGEST_PRIORITY));
        return close > at + 1 && line.number(at + 1) >= 0 ? close + 1 : at;
    }

    private static int behindColour(LogLine line, int start) {
        int at = start;
        while (line.at(at) == 27 && line.at(at + 1) == '[') {
            at = Math.min(line.to, line.stop(at, "m") + 1);
        }
        return at;
    }

    private static boolean onlySpaces(LogLine line, int from, int to) {
        return behindSpaces(line, from) >= to;
    }

    private static int behindSpaces(LogLine line, int start) {
        int at = start;
        while (line.at(at) == ' ') {
            at++;
        }
        return Math.min(at, line.to);
    }
}
