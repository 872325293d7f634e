package org.mimawari.message;

import java.util.Arrays;
import java.util.Locale;

/** Undoes base64 and quoted-printable (RFC 2045 §6) in linear time; damaged input gives what can be read of it. */
final class TransferDecoding {

    private TransferDecoding() {}

    /** The decoded bytes, at most so many; any other encoding is passed through. */
    static byte[] decode(byte[] bytes, int from, int to, String encoding, int most) {
        String bare = encoding.strip().toLowerCase(Locale.ROOT);
        if (bare.startsWith("base64")) {
            return base64(bytes, from, (int) Math.min(to, from + most * 3L / 2 + 64), most);
        }
        if (bare.startsWith("quoted-printable")) {
            return quotedPrintable(bytes, from, (int) Math.min(to, from + most * 4L), most);
        }
        return Arrays.copyOfRange(bytes, from, (int) Math.min(to, (long) from + most));
    }

    private static byte[] base64(byte[] bytes, int from, int to, int most) {
        byte[] out = new byte[Math.min(most, (to - from) * 3 / 4 + 3)];
        int length = 0;
        int bits = 0;
        int held = 0;
        for (int i = from; i < to && length < out.length; i++) {
            int value = base64Value(bytes[i]);
            if (value < 0) {
                held = bytes[i] == '=' ? 0 : held;
                continue;
            }
            bits = bits << 6 | value;
            held += 6;
            if (held >= 8) {
                held -= 8;
                out[length++] = (byte) (bits >> held);
            }
        }
        return Arrays.copyOf(out, length);
    }

    private static int base64Value(byte b) {
        if (b >= 'A' && b <= 'Z') {
            return b - 'A';
        }
        if (b >= 'a' && b <= 'z') {
            return b - 'a' + 26;
        }
        if (b >= '0' && b <= '9') {
            return b - '0' + 52;
        }
        return b == '+' ? 62 : b == '/' ? 63 : -1;
    }

    private static byte[] quotedPrintable(byte[] bytes, int from, int to, int most) {
        byte[] out = new byte[Math.min(most, to - from)];
        int length = 0;
        int i = from;
        while (i < to && length < out.length) {
            if (bytes[i] != '=') {
                out[length++] = bytes[i++];
                continue;
            }
            int soft = softBreak(bytes, i + 1, to);
            if (soft > 0) {
                i = soft;
                continue;
            }
            int value = hex(bytes, i + 1, to);
            out[length++] = value < 0 ? (byte) '=' : (byte) value;
            i += value < 0 ? 1 : 3;
        }
        return Arrays.copyOf(out, length);
    }

    private static int softBreak(byte[] bytes, int at, int to) {
        int i = at;
        while (i < to && i < at + 80 && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r')) {
            i++;
        }
        return i < to && bytes[i] == '\n' ? i + 1 : 0;
    }

    static int hex(byte[] bytes, int at, int to) {
        if (at + 1 >= to) {
            return -1;
        }
        int high = Character.digit(bytes[at], 16);
        int low = Character.digit(bytes[at + 1], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
