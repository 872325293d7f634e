package org.mimawari.indicator.outgoing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the mailbox's own mail programs write Message-IDs: what stands right of the at sign, together with the build of
 * what stands left of it. Learnt from mail of at least {@value #LEAST} messages; a forger guesses the domain, seldom
 * the build.
 */
public final class MessageIdHabit {

    private static final int LEAST = 3;
    private static final int LONGEST = 120;

    private final Map<String, Integer> counts = new HashMap<>();

    /** Learns from messages that the owner certainly wrote. */
    public static MessageIdHabit of(List<Mailing> mailings) {
        MessageIdHabit habit = new MessageIdHabit();
        for (Mailing mailing : mailings) {
            mailing.message().messageId().ifPresent(id -> habit.counts.merge(grammar(id), 1, Integer::sum));
        }
        return habit;
    }

    public boolean fits(String messageId) {
        return counts.getOrDefault(grammar(messageId), 0) >= LEAST;
    }

    /** The build of an id: runs of digits, of letters and digits, and the signs between them; then the host. */
    public static String grammar(String messageId) {
        String id = MessageIds.normalised(messageId);
        String host = MessageIds.hostOf(id);
        int left = Math.min(LONGEST, host.isEmpty() ? id.length() : id.length() - host.length() - 1);
        StringBuilder build = new StringBuilder();
        char run = 0;
        for (int i = 0; i < left; i++) {
            char kind = kind(id.charAt(i));
            boolean joins = run == kind || run == 'w' && kind == '9' || run == '9' && kind == 'w';
            if (joins && run == '9' && kind == 'w') {
                build.setCharAt(build.length() - 1, 'w');
                run = 'w';
            } else if (!joins) {
                build.append(kind);
                run = kind;
            }
        }
        return build + "@" + host;
    }

    private static char kind(char c) {
        if (c >= '0' && c <= '9') {
            return '9';
        }
        boolean isWord = Character.isLetter(c) || c == '-' || c == '_' || c == '+' || c == '=';
        return isWord ? 'w' : c;
    }
}
