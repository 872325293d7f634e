package org.mimawari.connector.export.microsoft;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.mimawari.connector.Fingerprint;

/** The identity of an audit record by its id, which is a UUID that some exports write in capitals. */
final class AuditId {

    private static final int LENGTH = 36;
    /** What each character means as a hexadecimal digit; −1 where it is none. */
    private static final byte[] DIGITS = digits();

    private AuditId() {}

    private static byte[] digits() {
        byte[] digits = new byte[256];
        for (int c = 0; c < digits.length; c++) {
            digits[c] = (byte) Character.digit(c, 16);
        }
        return digits;
    }

    static long print(String id) {
        if (id.length() == LENGTH) {
            byte[] letters = id.getBytes(StandardCharsets.ISO_8859_1);
            long high = hexadecimal(letters, 0, 18);
            long low = hexadecimal(letters, 18, LENGTH);
            if (high != -1 && low != -1) {
                return new Fingerprint().add(high).add(low).value();
            }
        }
        return Fingerprint.of("audit record", id.toLowerCase(Locale.ROOT));
    }

    /** Sixteen digits with any dashes between them; −1 for anything else. */
    private static long hexadecimal(byte[] letters, int from, int to) {
        long value = 0;
        int digits = 0;
        for (int i = from; i < to; i++) {
            int digit = DIGITS[letters[i] & 0xFF];
            if (digit >= 0) {
                value = value << 4 | digit;
                digits++;
            } else if (letters[i] != '-') {
                return -1;
            }
        }
        return digits == 16 ? value : -1;
    }
}
