package org.mimawari.connector.export.serverlog;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;

/** Decodes encoded words in headers (RFC 2047); what is not well-formed stays as it is. */
final class EncodedWords {

    private EncodedWords() {}

    static String decoded(String text) {
        if (!text.contains("=?")) {
            return text;
        }
        StringBuilder result = new StringBuilder();
        int at = 0;
        boolean afterWord = false;
        while (at < text.length()) {
            int start = text.indexOf("=?", at);
            int end = start < 0 ? -1 : end(text, start);
            if (end < 0) {
                return result.append(text, at, text.length()).toString();
            }
            String between = text.substring(at, start);
            if (!afterWord || !isFolding(between)) {
                result.append(between);
            }
            result.append(word(text.substring(start + 2, end - 2), text.substring(start, end)));
            afterWord = true;
            at = end;
        }
        return result.toString();
    }

    /** Behind {@code ?=}, two question marks after the start. */
    private static int end(String text, int start) {
        int charset = text.indexOf('?', start + 2);
        int encoding = charset < 0 ? -1 : text.indexOf('?', charset + 1);
        int close = encoding < 0 ? -1 : text.indexOf("?=", encoding + 1);
        return close < 0 ? -1 : close + 2;
    }

    /** Postfix logs a line break within a header as a question mark. */
    private static boolean isFolding(String between) {
        return between.chars().allMatch(c -> c == ' ' || c == '\t' || c == '?');
    }

    private static String word(String inside, String whole) {
        String[] parts = inside.split("\\?", 3);
        try {
            int language = parts[0].indexOf('*');
            Charset charset = Charset.forName(language < 0 ? parts[0] : parts[0].substring(0, language));
            byte[] bytes = parts[1].equalsIgnoreCase("B") ? Base64.getMimeDecoder().decode(parts[2]) : quoted(parts[2]);
            return new String(bytes, charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return whole;
        } catch (IllegalArgumentException notBase64) {
            return whole;
        }
    }

    private static byte[] quoted(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            int high = raw[i] == '=' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
            if (low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(raw[i] == '_' ? ' ' : raw[i]);
            }
        }
        return bytes.toByteArray();
    }
}
