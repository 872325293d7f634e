package org.mimawari.report.feed;

import java.nio.charset.StandardCharsets;

/** Writes the name of a source as a URI reference (RFC 3986): whatever is in it, it stays a path. */
final class FileUri {

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
    private static final String LINE = "line:";
    private static final int MOST_DIGITS = 9;

    private FileUri() {}

    /** {@code file:///var/log/mail.log} for an absolute path, otherwise relative; a colon never makes a scheme. */
    static String of(String source) {
        StringBuilder uri = new StringBuilder(source.startsWith("/") ? "file://" : "");
        for (byte b : source.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (PLAIN.indexOf(c) >= 0) {
                uri.append(c);
            } else {
                uri.append(String.format("%%%02X", (int) c));
            }
        }
        return uri.toString();
    }

    /** The number of {@code line:12}; 0 where the place is no line. */
    static long line(String locator) {
        String number = locator.startsWith(LINE) ? locator.substring(LINE.length()) : "";
        boolean isNumber = !number.isEmpty() && number.length() <= MOST_DIGITS
                && number.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Long.parseLong(number) : 0;
    }
}
