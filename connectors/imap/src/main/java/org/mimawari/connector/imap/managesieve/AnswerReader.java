package org.mimawari.connector.imap.managesieve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a server's answers (RFC 5804 section 4), line by line. Sizes announced by the server are believed only up to
 * {@value #LONGEST} octets, and memory is taken as octets arrive.
 */
final class AnswerReader {

    static final int LONGEST = 1 << 20;
    private static final int MOST_ITEMS = 16;
    private static final int BLOCK = 8_192;

    private final InputStream in;
    private final byte[] buffer = new byte[BLOCK];
    private int at;
    private int end;
    private long left;
    private int line;

    /** @param most all the octets that may come */
    AnswerReader(InputStream in, long most) {
        this.in = in;
        this.left = most;
    }

    /** Whether octets have arrived that nobody asked for yet. */
    boolean hasPending() throws IOException {
        return at < end || in.available() > 0;
    }

    /** How many octets may still come. */
    long left() {
        return left + (end - at);
    }

    /** The parts of the next line that is not empty; a literal in it may hold line breaks. */
    List<Item> line() throws IOException {
        List<Item> items = new ArrayList<>();
        line = 0;
        while (true) {
            int c = read();
            if (c == '\n') {
                if (!items.isEmpty()) {
                    return items;
                }
            } else if (c != ' ' && c != '\r' && c != '\t') {
                items.add(item(c));
            }
            if (items.size() > MOST_ITEMS) {
                throw new SieveRefusal("the server sent a line with more than " + MOST_ITEMS + " parts");
            }
        }
    }

    private Item item(int first) throws IOException {
        return switch (first) {
            case '"' -> new Item(Item.Kind.TEXT, quoted());
            case '{' -> new Item(Item.Kind.TEXT, literal());
            case '(' -> new Item(Item.Kind.CODE, code());
            default -> new Item(Item.Kind.WORD, word(first));
        };
    }

    private String quoted() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = read(); c != '"'; c = read()) {
            if (c == '\n') {
                throw new SieveRefusal("the server sent a quoted string without end");
            }
            text.append((char) (c == '\\' ? read() : c));
        }
        return text.toString();
    }

    private String literal() throws IOException {
        StringBuilder digits = new StringBuilder();
        int c = read();
        while (c >= '0' && c <= '9' && digits.length() < 10) {
            digits.append((char) c);
            c = read();
        }
        if (c == '+') {
            c = read();
        }
        boolean sound = c == '}' && !digits.isEmpty() && Long.parseLong(digits.toString()) <= LONGEST;
        if (!sound) {
            throw new SieveRefusal("the server announced a string that is longer than " + LONGEST + " octets or no number");
        }
        c = read();
        if ((c == '\r' ? read() : c) != '\n') {
            throw new SieveRefusal("the server sent a literal without a line break before it");
        }
        return octets(Integer.parseInt(digits.toString()));
    }

    private String octets(int count) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(Math.min(count, BLOCK));
        while (octets.size() < count) {
            fill();
            int some = Math.min(end - at, count - octets.size());
            octets.write(buffer, at, some);
            at += some;
        }
        return octets.toString(StandardCharsets.ISO_8859_1);
    }

    /** A response code may hold strings with parentheses in them (RFC 5804 section 1.3). */
    private String code() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = read(); c != ')'; c = read()) {
            if (c == '"' || c == '{') {
                text.append('"').append(c == '"' ? quoted() : literal()).append('"');
            } else if (c == '\n') {
                throw new SieveRefusal("the server sent a response code without end");
            } else {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    private String word(int first) throws IOException {
        StringBuilder text = new StringBuilder().append((char) first);
        while (true) {
            fill();
            int c = buffer[at] & 255;
            if (c <= ' ' || c == '(' || c == '"') {
                return text.toString();
            }
            text.append((char) read());
        }
    }

    private int read() throws IOException {
        fill();
        if (++line > LONGEST) {
            throw new SieveRefusal("the server sent a line of more than " + LONGEST + " octets");
        }
        return buffer[at++] & 255;
    }

    private void fill() throws IOException {
        if (at < end) {
            return;
        }
        int count = in.read(buffer, 0, BLOCK);
        if (count < 0) {
            throw new SieveRefusal("the server closed the connection");
        }
        left -= count;
        if (left < 0) {
            throw new SieveRefusal("the server sent more than this session may carry");
        }
        at = 0;
        end = count;
    }
}
