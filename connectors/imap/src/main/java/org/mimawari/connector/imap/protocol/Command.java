package org.mimawari.connector.imap.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One command, in the pieces between which the server must say that it is ready (RFC 9051 section 7.6). */
final class Command {

    private final List<byte[]> pieces = new ArrayList<>();
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();

    private Command() {}

    static Command of(String words) {
        return new Command().words(words);
    }

    Command words(String words) {
        piece.writeBytes(words.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** Adds a name or secret: quoted, or as a literal where it holds what must not be quoted. */
    Command string(byte[] bytes) {
        piece.write(' ');
        return isPlain(bytes) ? quoted(bytes) : literal(bytes);
    }

    Command string(String text) {
        return string(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a folder's name with the bytes the server sent it. */
    Command folder(String raw) {
        return string(raw.getBytes(StandardCharsets.ISO_8859_1));
    }

    List<byte[]> pieces() {
        List<byte[]> all = new ArrayList<>(pieces);
        all.add(piece.toByteArray());
        return all;
    }

    private Command quoted(byte[] bytes) {
        piece.write('"');
        for (byte b : bytes) {
            if (b == '"' || b == '\\') {
                piece.write('\\');
            }
            piece.write(b);
        }
        piece.write('"');
        return this;
    }

    private Command literal(byte[] bytes) {
        words("{" + bytes.length + "}\r\n");
        pieces.add(piece.toByteArray());
        piece.reset();
        piece.writeBytes(bytes);
        return this;
    }

    private static boolean isPlain(byte[] bytes) {
        for (byte b : bytes) {
            if (b < ' ' || b == 127) {
                return false;
            }
        }
        return true;
    }
}
