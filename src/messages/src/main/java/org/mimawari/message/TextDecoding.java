package org.mimawari.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Turns bytes of mail into text. A missing, unknown or wrong character set is guessed from the bytes: ISO-2022-JP by its
 * escapes, UTF-8 by its grammar, EUC-JP and Shift_JIS by the kana they give, else Windows-1252. Never fails.
 */
public final class TextDecoding {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("iso-2022-jp", "x-windows-iso2022jp"), Map.entry("iso-2022-jp-ms", "x-windows-iso2022jp"),
            Map.entry("csiso2022jp", "x-windows-iso2022jp"),
            Map.entry("shift_jis", "windows-31j"), Map.entry("shift-jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"), Map.entry("sjis", "windows-31j"), Map.entry("cp932", "windows-31j"),
            Map.entry("ms932", "windows-31j"), Map.entry("x-euc-jp", "euc-jp"), Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"), Map.entry("utf8", "utf-8"), Map.entry("gb2312", "gb18030"),
            Map.entry("gbk", "gb18030"), Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"));

    private TextDecoding() {}

    /** The text of these bytes, in the named character set where it is known and fits. */
    public static String decode(byte[] bytes, Optional<String> charset) {
        Optional<Charset> named = charset.flatMap(TextDecoding::find);
        if (named.isEmpty() || named.get().equals(StandardCharsets.US_ASCII)) {
            return guess(bytes);
        }
        if (named.get().equals(StandardCharsets.UTF_8)) {
            return utf8(bytes).orElseGet(() -> guess(bytes));
        }
        return new String(bytes, named.get());
    }

    /** As {@link #decode} for a text whose characters stand for bytes (ISO 8859-1). */
    static String decodeRaw(String raw, Optional<String> charset) {
        return isPlain(raw) && charset.isEmpty() ? raw : decode(raw.getBytes(StandardCharsets.ISO_8859_1), charset);
    }

    static String guess(byte[] bytes) {
        if (hasJapaneseEscape(bytes)) {
            return new String(bytes, find("iso-2022-jp").orElse(WESTERN));
        }
        return utf8(bytes).or(() -> japanese(bytes)).orElseGet(() -> new String(bytes, WESTERN));
    }

    private static Optional<Charset> find(String name) {
        String bare = name.replace('"', ' ').replace('\'', ' ').strip().toLowerCase(Locale.ROOT);
        try {
            return Optional.of(Charset.forName(OTHER_NAMES.getOrDefault(bare, bare)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException guessInstead) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c >= 0x80 || c == 27) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasJapaneseEscape(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == 27 && bytes[i + 1] == '$') {
                return true;
            }
        }
        return false;
    }

    /** Accepts text that was cut or damaged in a few places. */
    private static Optional<String> utf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long damaged = text.chars().filter(c -> c == 0xFFFD).count();
        long beyondAscii = text.chars().filter(c -> c >= 0x80).count();
        boolean fits = damaged == 0 || damaged * 20 <= beyondAscii;
        return fits ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> japanese(byte[] bytes) {
        Optional<String> euc = strict(bytes, "euc-jp");
        Optional<String> shift = strict(bytes, "windows-31j");
        int eucKana = euc.map(TextDecoding::kana).orElse(0);
        int shiftKana = shift.map(TextDecoding::kana).orElse(0);
        if (eucKana == 0 && shiftKana == 0) {
            return Optional.empty();
        }
        return eucKana >= shiftKana ? euc : shift;
    }

    private static Optional<String> strict(byte[] bytes, String charset) {
        try {
            return Optional.of(Charset.forName(charset).newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException notThis) {
            return Optional.empty();
        }
    }

    /** Full-width kana, less half-width kana and private characters, which the wrong character set gives. */
    private static int kana(String text) {
        int score = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            score += c >= 0x3041 && c <= 0x30FE ? 1 : 0;
            score -= c >= 0xFF61 && c <= 0xFF9F || c >= 0xE000 && c <= 0xF8FF ? 1 : 0;
        }
        return Math.max(0, score);
    }
}
