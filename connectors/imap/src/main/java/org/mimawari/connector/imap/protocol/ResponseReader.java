package org.mimawari.connector.imap.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Puts lines and literals together into answers; one at a time is held. */
final class ResponseReader {

    private static final int MOST_LITERALS = 16;
    private static final int MOST_DIGITS = 10;
    private static final long NONE = -1;

    private final ServerInput input;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);

    ResponseReader(ServerInput input) {
        this.input = input;
    }

    Response next() throws IOException, ImapException {
        line.reset();
        List<Response.Literal> literals = new ArrayList<>(1);
        while (true) {
            input.line(line);
            String text = text();
            long size = announced(text);
            if (size == NONE) {
                return new Response(text, literals);
            }
            if (literals.size() == MOST_LITERALS) {
                throw ServerInput.nonsense("an answer of more than " + MOST_LITERALS + " literals");
            }
            line.reset();
            line.writeBytes(bytes(text.substring(0, text.lastIndexOf('{'))));
            literals.add(new Response.Literal(line.size(), input.literal(size), size));
            line.write('~');
        }
    }

    private String text() {
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** The size in a {@code {123}} at the end of the line. */
    private static long announced(String text) {
        int close = text.length() - 1;
        int open = close < 2 || text.charAt(close) != '}' ? -1 : text.lastIndexOf('{');
        int stop = open >= 0 && text.charAt(close - 1) == '+' ? close - 1 : close;
        boolean isNumber = open >= 0 && stop > open + 1 && stop - open <= MOST_DIGITS + 1
                && text.substring(open + 1, stop).chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Long.parseLong(text.substring(open + 1, stop)) : NONE;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
