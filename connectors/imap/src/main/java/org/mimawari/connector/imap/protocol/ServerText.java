package org.mimawari.connector.imap.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Makes text of a server fit to be shown: no control, format or lone surrogate characters, at most 200 characters. */
public final class ServerText {

    private static final int LONGEST = 200;

    private ServerText() {}

    /** @param text bytes as characters (ISO 8859-1), or text already decoded */
    public static String shown(String text) {
        String decoded = decoded(text.length() <= 4 * LONGEST ? text : text.substring(0, 4 * LONGEST));
        StringBuilder out = new StringBuilder();
        decoded.codePoints().limit(LONGEST).forEach(c -> out.appendCodePoint(isPlain(c) ? c : '?'));
        return decoded.codePointCount(0, decoded.length()) > LONGEST ? out.append('…').toString() : out.toString();
    }

    private static boolean isPlain(int c) {
        int type = Character.getType(c);
        return !Character.isISOControl(c) && type != Character.FORMAT && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR && type != Character.PARAGRAPH_SEPARATOR && type != Character.UNASSIGNED
                && c != 0xFFFD;
    }

    /** UTF-8 where it is that; else as it stands. */
    private static String decoded(String text) {
        if (text.chars().anyMatch(c -> c > 0xFF) || text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1))).toString();
        } catch (CharacterCodingException notUtf8) {
            return text;
        }
    }
}
