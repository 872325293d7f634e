package org.mimawari.connector.export.serverlog;

import java.util.Set;

/** The names of Dovecot's services, with which each of its lines begins. */
final class DovecotService {

    private static final Set<String> NAMES = Set.of("imap-login", "pop3-login", "managesieve-login", "submission-login",
            "auth", "auth-worker", "imap", "pop3", "lmtp", "lda", "deliver", "managesieve", "sieve", "submission",
            "master", "config", "anvil", "log", "stats", "doveadm", "indexer", "indexer-worker", "dict", "dict-async",
            "replicator", "ssl-params", "imap-hibernate", "imap-urlauth", "imap-urlauth-login", "director",
            "quota-status", "dns-client", "dsync-local", "dsync-server", "script", "tcpwrap", "aggregator", "ipc",
            "lmtp-login", "health-check", "fs-auth-cache", "old-stats", "doveconf", "backend");
    private static final Set<String> UNMISTAKABLE = Set.of("imap-login", "pop3-login", "managesieve-login",
            "submission-login", "auth", "auth-worker", "imap", "pop3", "lmtp", "lda", "managesieve", "sieve", "master",
            "indexer-worker", "submission");
    private static final int LONGEST = 20;

    private DovecotService() {}

    /** True where a line of Dovecot begins here: the name of a service, then {@code :} or {@code (}. */
    static boolean at(LogLine line, int start) {
        int end = end(line, start);
        return end > start && NAMES.contains(line.text(start, end));
    }

    /** As {@link #at}, but only for services that no other program's lines begin with. */
    static boolean isPlain(LogLine line, int start) {
        int end = end(line, start);
        return end > start && UNMISTAKABLE.contains(line.text(start, end));
    }

    /** As {@link #isPlain}, for lines without a stamp: words with a colon begin many a file, so more is asked for. */
    static boolean isBare(LogLine line, int start) {
        int end = end(line, start);
        boolean known = end > start && UNMISTAKABLE.contains(line.text(start, end));
        return known && (line.at(end) == '(' || line.startsWith(end - "-login".length(), "-login")
                || DovecotLines.behindLevel(line, end + 2) > end + 2);
    }

    /** The position behind a service's name, or the start where none can stand there. */
    static int end(LogLine line, int start) {
        int end = start;
        while (end - start <= LONGEST && isNameCharacter(line.at(end))) {
            end++;
        }
        boolean follows = line.at(end) == '(' || line.at(end) == ':' && line.at(end + 1) == ' ';
        return follows && end - start <= LONGEST ? end : start;
    }

    private static boolean isNameCharacter(int c) {
        return c >= 'a' && c <= 'z' || c == '-' || c == '3';
    }
}
