package org.mimawari.indicator.outgoing;

import java.util.Locale;

/** Brings Message-IDs to one writing: servers log them with and without angle brackets. */
public final class MessageIds {

    private MessageIds() {}

    public static String normalised(String id) {
        String bare = id.strip();
        int start = bare.startsWith("<") ? 1 : 0;
        int end = bare.endsWith(">") ? bare.length() - 1 : bare.length();
        return end <= start ? bare : bare.substring(start, end).toLowerCase(Locale.ROOT);
    }

    /** What stands right of the at sign, in lower case; an empty text where there is none. */
    public static String host(String id) {
        String bare = id.strip();
        int at = bare.lastIndexOf('@');
        // Nothing but the host need be brought to lower case.
        return at < 0 ? "" : hostOf(normalised(bare.substring(at)));
    }

    /** As {@link #host}, of an id that is normalised. */
    static String hostOf(String normalised) {
        return normalised.substring(normalised.lastIndexOf('@') + 1).equals(normalised) ? ""
                : normalised.substring(normalised.lastIndexOf('@') + 1);
    }
}
