package org.mimawari.message;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads header text: encoded words (RFC 2047), broken ones too, and raw bytes outside ASCII. Control characters become
 * spaces, so that no header carries an escape sequence or a line end into what is made of it.
 */
public final class EncodedWords {

    private static final int LONGEST_CHARSET = 40;
    private static final int LONGEST_WORD = 4_000;

    private final String raw;
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder bytes = new StringBuilder();
    private String charset = "";
    private int at;

    private EncodedWords(String raw) {
        this.raw = raw;
    }

    /** The text of a header value whose characters stand for bytes (ISO 8859-1). */
    public static String decode(String raw) {
        return clean(raw.contains("=?") ? new EncodedWords(raw).all() : TextDecoding.decodeRaw(raw, Optional.empty()));
    }

    private String all() {
        int plain = 0;
        while (at < raw.length()) {
            int next = raw.indexOf("=?", at);
            if (next < 0) {
                break;
            }
            at = next;
            Optional<Word> word = word(next);
            if (word.isEmpty()) {
                at = next + 2;
                continue;
            }
            between(raw.substring(plain, next));
            append(word.get());
            at = word.get().end();
            plain = at;
        }
        flush();
        out.append(TextDecoding.decodeRaw(raw.substring(plain), Optional.empty()));
        return out.toString();
    }

    /** White space between two encoded words is not part of the text (RFC 2047 §6.2). */
    private void between(String text) {
        if (bytes.length() > 0 && text.isBlank()) {
            return;
        }
        flush();
        out.append(TextDecoding.decodeRaw(text, Optional.empty()));
    }

    /** Some programs split a character between two words: bytes of one character set are joined first. */
    private void append(Word word) {
        if (!word.charset().equalsIgnoreCase(charset)) {
            flush();
            charset = word.charset();
        }
        bytes.append(word.bytes());
    }

    private void flush() {
        if (bytes.length() > 0) {
            out.append(TextDecoding.decode(bytes.toString().getBytes(StandardCharsets.ISO_8859_1),
                    Optional.of(charset)));
            bytes.setLength(0);
        }
        charset = "";
    }

    private Optional<Word> word(int start) {
        int mark = raw.indexOf('?', start + 2);
        if (mark < 0 || mark - start > LONGEST_CHARSET || mark + 2 >= raw.length() || raw.charAt(mark + 2) != '?') {
            return Optional.empty();
        }
        char encoding = Character.toLowerCase(raw.charAt(mark + 1));
        int end = end(mark + 3);
        if (encoding != 'b' && encoding != 'q' || end < 0) {
            return Optional.empty();
        }
        String inner = raw.substring(mark + 3, end);
        String name = raw.substring(start + 2, mark);
        int language = name.indexOf('*');
        return Optional.of(new Word(language < 0 ? name : name.substring(0, language), decoded(inner, encoding),
                Math.min(raw.length(), end + 2)));
    }

    private int end(int from) {
        int limit = Math.min(raw.length() - 1, from + LONGEST_WORD);
        for (int i = from; i < limit; i++) {
            if (raw.charAt(i) == '?' && raw.charAt(i + 1) == '=') {
                return i;
            }
        }
        return -1;
    }

    private static String decoded(String inner, char encoding) {
        String text = encoding == 'q' ? inner.replace('_', ' ') : inner;
        byte[] raw = text.getBytes(StandardCharsets.ISO_8859_1);
        byte[] plain = TransferDecoding.decode(raw, 0, raw.length, encoding == 'q' ? "quoted-printable" : "base64",
                LONGEST_WORD);
        return new String(plain, StandardCharsets.ISO_8859_1);
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            clean.append(c < ' ' || c >= 0x7F && c < 0xA0 ? ' ' : c);
        }
        return clean.toString().strip();
    }

    private record Word(String charset, String bytes, int end) {}
}
