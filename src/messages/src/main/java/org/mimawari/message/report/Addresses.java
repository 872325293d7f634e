package org.mimawari.message.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds mail addresses in running text, in one pass. */
final class Addresses {

    private static final int LONGEST_LOCAL = 128;
    private static final int LONGEST_DOMAIN = 253;
    private static final int MOST = 200;

    /** An address and where it stands. */
    record Found(String address, int from, int to) {}

    private Addresses() {}

    static List<Found> in(String line) {
        List<Found> found = new ArrayList<>();
        int after = 0;
        int at = line.indexOf('@');
        while (at >= 0 && found.size() < MOST) {
            int from = localStart(line, at, after);
            int to = domainEnd(line, at + 1);
            boolean fits = from < at && to > at + 1 && line.substring(at + 1, to).indexOf(".") != 0;
            if (fits) {
                found.add(new Found(line.substring(from, to).toLowerCase(Locale.ROOT), from, to));
            }
            after = Math.max(at + 1, fits ? to : 0);
            at = line.indexOf('@', after);
        }
        return found;
    }

    private static int localStart(String line, int at, int notBefore) {
        if (at > notBefore && line.charAt(at - 1) == '"') {
            int open = line.lastIndexOf('"', at - 2);
            return open >= notBefore && at - open < LONGEST_LOCAL ? open : at;
        }
        int i = at;
        while (i > notBefore && at - i < LONGEST_LOCAL && isLocal(line.charAt(i - 1))) {
            i--;
        }
        while (i < at && (line.charAt(i) == '.' || line.charAt(i) == '-' || line.charAt(i) == '\''
                || line.charAt(i) == '*' || line.charAt(i) == '/')) {
            i++;
        }
        return i;
    }

    private static boolean isLocal(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~.".indexOf(c) >= 0);
    }

    private static int domainEnd(String line, int from) {
        int i = from;
        while (i < line.length() && i - from < LONGEST_DOMAIN && isDomain(line.charAt(i))) {
            i++;
        }
        while (i > from && (line.charAt(i - 1) == '.' || line.charAt(i - 1) == '-')) {
            i--;
        }
        return i;
    }

    private static boolean isDomain(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '.' || c == '-');
    }
}
