package org.mimawari.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a header block into fields, in one pass. Caps: block 1 MiB, field 64 KiB, 5,000 fields, of which 1,000 Received.
 * A line that is no field is passed over where the next one is a field again, else the body begins there.
 */
final class HeaderParser {

    static final int LONGEST_BLOCK = 1 << 20;
    static final int LONGEST_FIELD = 64 * 1024;
    private static final int MOST_FIELDS = 5_000;
    private static final int MOST_RECEIVED = 1_000;
    private static final int LONGEST_NAME = 100;

    private final byte[] bytes;
    private final int to;
    private final List<MailHeaders.Field> fields = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private String name = "";
    private int received;
    private int at;

    private HeaderParser(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.to = to;
        this.at = from;
    }

    /** The fields, and where the body begins. */
    record Parsed(MailHeaders headers, int body) {}

    static Parsed parse(byte[] bytes, int from, int to) {
        HeaderParser parser = new HeaderParser(bytes, from, to);
        int limit = (int) Math.min(to, (long) from + LONGEST_BLOCK);
        int body = parser.fields(limit);
        return new Parsed(new MailHeaders(parser.fields), body);
    }

    private int fields(int limit) {
        while (at < limit) {
            int end = lineEnd(at);
            int length = trimmed(at, end) - at;
            if (length == 0) {
                finish();
                return next(end);
            }
            if (!line(at, at + length) && !isField(next(end))) {
                finish();
                return at;
            }
            at = next(end);
        }
        finish();
        return Math.min(at, to);
    }

    private boolean line(int from, int end) {
        if (bytes[from] == ' ' || bytes[from] == '\t') {
            add(from, end);
            return true;
        }
        int colon = colon(from, end);
        if (colon < 0) {
            return isEnvelopeLine(from, end);
        }
        finish();
        name = new String(bytes, from, colon - from, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        add(colon + 1, end);
        return true;
    }

    private boolean isEnvelopeLine(int from, int end) {
        int start = bytes[from] == '>' ? from + 1 : from;
        return fields.isEmpty() && end - start > 5 && new String(bytes, start, 5, StandardCharsets.ISO_8859_1)
                .equals("From ");
    }

    private void add(int from, int end) {
        int room = LONGEST_FIELD - value.length();
        if (room > 0) {
            value.append(new String(bytes, from, Math.min(room, end - from), StandardCharsets.ISO_8859_1));
        }
    }

    private void finish() {
        boolean isReceived = name.equals("received");
        boolean keep = !name.isEmpty() && fields.size() < MOST_FIELDS && (!isReceived || received < MOST_RECEIVED);
        if (keep) {
            fields.add(new MailHeaders.Field(name, value.toString().strip()));
            received += isReceived ? 1 : 0;
        }
        name = "";
        value.setLength(0);
    }

    private boolean isField(int from) {
        return from < to && colon(from, trimmed(from, lineEnd(from))) > from;
    }

    /** Where the name of a field ends; negative where the line is no field. White space before the colon is allowed. */
    private int colon(int from, int end) {
        boolean spaced = false;
        for (int i = from; i < end && i - from < LONGEST_NAME; i++) {
            byte b = bytes[i];
            if (b == ':') {
                return i > from ? i : -1;
            }
            if (b == ' ' || b == '\t') {
                spaced = true;
            } else if (spaced || b < '!' || b == '<' || b == '>' || b == '"') {
                return -1;
            }
        }
        return -1;
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < to && bytes[i] != '\n') {
            i++;
        }
        return i;
    }

    private int next(int lineEnd) {
        return Math.min(to, lineEnd + 1);
    }

    private int trimmed(int from, int end) {
        return end > from && bytes[end - 1] == '\r' ? end - 1 : end;
    }
}
