package org.mimawari.connector.export.serverlog;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.mimawari.evidence.IpAddress;

/**
 * One line of a log as bytes, with its parts once {@link LogFraming} has found them: time, host, program and message.
 * Mutable and reused, as millions of lines pass through one; positions are offsets into {@link #bytes}.
 */
final class LogLine {

    /** The time of a line that carries none. */
    static final long NO_TIME = Long.MIN_VALUE;
    private static final int LONGEST_TEXT = 1_000;
    private static final long LARGEST_NUMBER = 1L << 50;

    byte[] bytes = new byte[0];
    int from;
    int to;
    LogSource source = new LogSource("");
    long number;
    /** Milliseconds since the epoch. */
    long time = NO_TIME;
    /** Identifies the host that wrote the line; 0 where it names none. */
    long host;
    int tagFrom;
    int tagTo;
    int pid;
    int message;
    MailProgram program = MailProgram.OTHER;

    void set(byte[] buffer, int start, int end) {
        bytes = buffer;
        from = start;
        to = end;
        time = NO_TIME;
        host = 0;
        tagFrom = start;
        tagTo = start;
        pid = 0;
        message = start;
        program = MailProgram.OTHER;
    }

    LogPoint point() {
        return new LogPoint(source, number, time);
    }

    int at(int position) {
        return position < to ? bytes[position] & 255 : -1;
    }

    boolean startsWith(int position, String ascii) {
        int length = ascii.length();
        if (position < 0 || position + length > to) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[position + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean endsWith(String ascii) {
        return to - ascii.length() >= message && startsWith(to - ascii.length(), ascii);
    }

    int find(char c, int start) {
        for (int i = start; i < to; i++) {
            if (bytes[i] == c) {
                return i;
            }
        }
        return -1;
    }

    int find(String ascii, int start) {
        return find(ascii, start, to);
    }

    /** The first place of the text that lies wholly between start and end, or −1. */
    int find(String ascii, int start, int end) {
        byte first = (byte) ascii.charAt(0);
        int last = end - ascii.length();
        for (int i = start; i <= last; i++) {
            if (bytes[i] == first && startsWith(i, ascii)) {
                return i;
            }
        }
        return -1;
    }

    /** The last place of the text that lies wholly between start and end, or −1. */
    int findLast(String ascii, int start, int end) {
        byte first = (byte) ascii.charAt(0);
        for (int i = end - ascii.length(); i >= start; i--) {
            if (bytes[i] == first && startsWith(i, ascii)) {
                return i;
            }
        }
        return -1;
    }

    int findLast(String ascii, int start) {
        return findLast(ascii, start, to);
    }

    /** The text between two positions, at most {@value #LONGEST_TEXT} bytes of it. */
    String text(int start, int end) {
        int length = Math.min(Math.max(0, end - start), LONGEST_TEXT);
        return new String(bytes, start, length, StandardCharsets.UTF_8);
    }

    /** The text from a position up to the first of these characters or the end of the line. */
    String textUntil(int start, String stops) {
        return text(start, stop(start, stops));
    }

    /** The first position at or behind start that holds one of these characters, or the end of the line. */
    int stop(int start, String stops) {
        if (stops.length() == 1) {
            int found = find(stops.charAt(0), start);
            return found < 0 ? Math.max(to, start) : found;
        }
        int end = start;
        while (end < to && stops.indexOf(bytes[end]) < 0) {
            end++;
        }
        return end;
    }

    Optional<IpAddress> ip(int start, int end) {
        return IpAddress.find(text(start, end));
    }

    /** The decimal number that begins at a position; −1 where there is none. */
    long number(int start) {
        long value = -1;
        for (int i = start; i < to && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            value = Math.min(LARGEST_NUMBER, Math.max(0, value) * 10 + bytes[i] - '0');
        }
        return value;
    }

    /** The number behind the first such key at or behind start; −1 where there is none. */
    long numberAfter(String key, int start) {
        int at = find(key, start);
        return at < 0 ? -1 : number(at + key.length());
    }
}
