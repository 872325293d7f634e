package org.mimawari.connector.imap.protocol;

import java.util.Locale;

/** How full a mailbox is, as QUOTA tells (RFC 9208 section 4.2). */
final class Quota {

    /** No honest figure is longer: so many KiB are zettabytes. What is longer stands for "no limit", or for a fault. */
    private static final int MOST_DIGITS = 16;
    private static final long NONE = -1;
    private static final long MOST_PERCENT = 999;

    private Quota() {}

    /** The percentage that is used, of the size or of the number of messages, whichever is more; 0 where there is no limit. */
    static long percent(Response response) {
        if (!response.is("QUOTA")) {
            return 0;
        }
        Cursor cursor = new Cursor(response, "* QUOTA ".length());
        cursor.spaces();
        cursor.string();
        cursor.spaces();
        return cursor.take('(') ? most(cursor) : 0;
    }

    private static long most(Cursor cursor) {
        long most = 0;
        String resource = word(cursor);
        while (!resource.isEmpty()) {
            long used = count(word(cursor));
            long limit = count(word(cursor));
            most = Math.max(most, limitsMail(resource) ? percent(used, limit) : 0);
            resource = word(cursor);
        }
        return most;
    }

    private static boolean limitsMail(String resource) {
        return switch (resource.toUpperCase(Locale.ROOT)) {
            case "STORAGE", "MESSAGE" -> true;
            default -> false;
        };
    }

    private static long percent(long used, long limit) {
        return used < 0 || limit <= 0 ? 0 : Math.min(MOST_PERCENT, used * 100 / limit);
    }

    private static String word(Cursor cursor) {
        String word = cursor.atom();
        cursor.spaces();
        return word;
    }

    private static long count(String digits) {
        boolean isNumber = !digits.isEmpty() && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Long.parseLong(digits) : NONE;
    }
}
