package org.mimawari.connector.export.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.mimawari.message.MailMessage;

/**
 * Cuts an mbox file (RFC 4155; mboxo, mboxrd, mboxcl) into messages, one at a time. A line {@code From …} parts two
 * messages where it carries a date or headers follow it; a sentence of a body that begins with "From" does not. Lengths
 * that headers state are not believed.
 */
final class MboxStream {

    private static final int BLOCK = 64 * 1024;
    private static final int LONGEST_LINE = 256 * 1024;

    private final InputStream in;
    private final byte[] block = new byte[BLOCK];
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private Optional<Line> held = Optional.empty();
    private Optional<IOException> broken = Optional.empty();
    private long size;
    private int at;
    private int filled;
    private boolean begun;
    private boolean afterBlank = true;

    MboxStream(InputStream in) {
        this.in = in;
    }

    /** A line with its end; one that is too long comes in pieces, of which {@code first} marks the first. */
    private record Line(byte[] bytes, boolean first) {

        boolean startsWithFrom() {
            return first && bytes.length > 5 && bytes[0] == 'F' && bytes[1] == 'r' && bytes[2] == 'o' && bytes[3] == 'm'
                    && bytes[4] == ' ';
        }

        boolean isBlank() {
            return first && (bytes.length == 0 || bytes[0] == '\n' || bytes[0] == '\r' && bytes.length <= 2);
        }

        String text() {
            return new String(bytes, 0, Math.min(bytes.length, 400), StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * The next message; empty at the end.
     *
     * @throws IOException where the file breaks off, after the messages before it were given
     */
    Optional<RawMessage> next() throws IOException {
        while (true) {
            Optional<Line> line = line();
            if (line.isEmpty()) {
                return last();
            }
            if (isSeparator(line.get())) {
                Optional<RawMessage> done = begun || size > 0 ? Optional.of(take()) : Optional.empty();
                begun = true;
                afterBlank = false;
                if (done.isPresent()) {
                    return done;
                }
                continue;
            }
            add(line.get());
        }
    }

    private Optional<RawMessage> last() throws IOException {
        if (begun || size > 0) {
            begun = false;
            return Optional.of(take());
        }
        if (broken.isPresent()) {
            throw broken.get();
        }
        return Optional.empty();
    }

    private RawMessage take() {
        RawMessage raw = new RawMessage(message.toByteArray(), size);
        message.reset();
        size = 0;
        return raw;
    }

    private void add(Line line) {
        boolean blank = line.isBlank();
        if (!begun && size == 0 && blank) {
            return;
        }
        afterBlank = blank;
        int from = isQuoted(line) ? 1 : 0;
        int room = MailMessage.LONGEST - message.size();
        message.write(line.bytes(), from, Math.max(0, Math.min(room, line.bytes().length - from)));
        size += line.bytes().length - from;
    }

    /** {@code >From } stands for {@code From } at the beginning of a line. */
    private static boolean isQuoted(Line line) {
        byte[] bytes = line.bytes();
        int i = 0;
        while (i < bytes.length && bytes[i] == '>') {
            i++;
        }
        return line.first() && i > 0 && bytes.length > i + 5 && new String(bytes, i, 5, StandardCharsets.ISO_8859_1)
                .equals("From ");
    }

    private boolean isSeparator(Line line) throws IOException {
        if (!line.startsWithFrom()) {
            return false;
        }
        Optional<Line> following = peek();
        boolean dated = MailLook.isDated(line.text());
        Optional<String> name = following.flatMap(next -> MailLook.name(next.text()));
        boolean mail = name.filter(MailLook::isKnown).isPresent();
        boolean empty = following.isEmpty() || following.get().isBlank();
        boolean header = name.isPresent() || following.filter(next -> next.text().startsWith(">From ")).isPresent();
        return afterBlank ? dated && (header || empty) || mail : dated && mail;
    }

    private Optional<Line> peek() {
        if (held.isEmpty()) {
            held = read(true);
        }
        return held;
    }

    private Optional<Line> line() {
        Optional<Line> line = held.isPresent() ? held : read(true);
        held = Optional.empty();
        if (line.isPresent() && !endsLine(line.get()) && line.get().bytes().length >= LONGEST_LINE) {
            held = read(false);
        }
        return line;
    }

    private static boolean endsLine(Line line) {
        return line.bytes().length > 0 && line.bytes()[line.bytes().length - 1] == '\n';
    }

    private Optional<Line> read(boolean first) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        while (line.size() < LONGEST_LINE) {
            if (at >= filled && !fill()) {
                break;
            }
            int end = at;
            int limit = Math.min(filled, at + LONGEST_LINE - line.size());
            while (end < limit && block[end] != '\n') {
                end++;
            }
            boolean ended = end < limit;
            line.write(block, at, end - at + (ended ? 1 : 0));
            at = end + (ended ? 1 : 0);
            if (ended) {
                break;
            }
        }
        return line.size() == 0 ? Optional.empty() : Optional.of(new Line(line.toByteArray(), first));
    }

    private boolean fill() {
        if (broken.isPresent()) {
            return false;
        }
        try {
            filled = Math.max(0, in.read(block));
        } catch (IOException e) {
            broken = Optional.of(e);
            filled = 0;
        }
        at = 0;
        return filled > 0;
    }
}
