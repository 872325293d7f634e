package org.mimawari.connector.export;

import java.util.Set;

/** Tells whether a text begins as lines of logs do, with a time stamp or a syslog priority. */
final class LogStart {

    private static final Set<String> MONTHS = Set.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep",
            "Oct", "Nov", "Dec");

    private LogStart() {}

    static boolean isStamped(String text) {
        boolean month = text.length() > 15 && MONTHS.contains(text.substring(0, 3)) && text.charAt(3) == ' ';
        int close = text.startsWith("<") ? text.indexOf('>') : -1;
        return month || isIso(text) || close > 1 && close < 5;
    }

    static boolean isIso(String text) {
        return text.length() >= 19 && Character.isDigit(text.charAt(0)) && text.charAt(4) == '-'
                && text.charAt(7) == '-' && text.charAt(13) == ':';
    }
}
