package org.mimawari.sieve;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Decodes {@code ${hex:…}}, which are octets of UTF-8, and {@code ${unicode:…}} (RFC 5228 section 2.4.2.4). */
final class EncodedCharacters {

    private static final int LONGEST_NUMBER = 8;

    private EncodedCharacters() {}

    /** What is encoded wrongly stays as it is written, as the RFC asks. */
    static String decoded(String text) {
        int open = text.indexOf("${");
        if (open < 0) {
            return text;
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        int at = 0;
        while (open >= 0) {
            int close = endOfList(text, open + 2);
            Optional<byte[]> decoded = close < 0 ? Optional.empty() : decodedPart(text.substring(open + 2, close));
            int next = decoded.isPresent() ? close + 1 : open + 2;
            octets.writeBytes(utf8(text.substring(at, decoded.isPresent() ? open : next)));
            decoded.ifPresent(octets::writeBytes);
            at = next;
            open = text.indexOf("${", at);
        }
        octets.writeBytes(utf8(text.substring(at)));
        return octets.toString(StandardCharsets.UTF_8);
    }

    /** Where the closing brace is, if only a word, a colon, blanks and numbers stand before it; else −1. */
    private static int endOfList(String text, int from) {
        int at = from;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) <= ' '
                || text.charAt(at) == ':')) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '}' ? at : -1;
    }

    private static Optional<byte[]> decodedPart(String inner) {
        int colon = inner.indexOf(':');
        String kind = colon < 0 || colon > 7 ? "" : inner.substring(0, colon).toLowerCase(Locale.ROOT);
        return switch (kind) {
            case "hex" -> octets(inner.substring(colon + 1), 255);
            case "unicode" -> octets(inner.substring(colon + 1), Character.MAX_CODE_POINT);
            default -> Optional.empty();
        };
    }

    private static Optional<byte[]> octets(String list, int most) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (String each : list.strip().split("\\s+")) {
            boolean sound = !each.isEmpty() && each.length() <= LONGEST_NUMBER
                    && each.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
            long code = sound ? Long.parseLong(each, 16) : -1;
            if (code < 0 || code > most || most > 255 && code >= 0xD800 && code <= 0xDFFF) {
                return Optional.empty();
            }
            octets.writeBytes(most > 255 ? utf8(Character.toString((int) code)) : new byte[] {(byte) code});
        }
        return Optional.of(octets.toByteArray());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
