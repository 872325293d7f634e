package org.mimawari.connector.export.microsoft;

import java.util.Locale;
import org.mimawari.connector.Fingerprint;

/** The identity of an audit record by its id, which is a UUID that some exports write in capitals. */
final class AuditId {

    private static final int LENGTH = 36;

    private AuditId() {}

    static long print(String id) {
        if (id.length() == LENGTH) {
            long high = hexadecimal(id, 0, 18);
            long low = hexadecimal(id, 18, LENGTH);
            if (high != -1 && low != -1) {
                return new Fingerprint().add(high).add(low).value();
            }
        }
        return Fingerprint.of("audit record", id.toLowerCase(Locale.ROOT));
    }

    /** Sixteen digits with any dashes between them; −1 for anything else. */
    private static long hexadecimal(String text, int from, int to) {
        long value = 0;
        int digits = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != '-') {
                int digit = Character.digit(c, 16);
                if (digit < 0) {
                    return -1;
                }
                value = value << 4 | digit;
                digits++;
            }
        }
        return digits == 16 ? value : -1;
    }
}
