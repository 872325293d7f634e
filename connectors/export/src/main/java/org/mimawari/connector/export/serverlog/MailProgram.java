package org.mimawari.connector.export.serverlog;

import java.util.Set;

/** The mail servers whose lines are understood. */
enum MailProgram {

    POSTFIX, DOVECOT, EXIM, CYRUS, COURIER, SENDMAIL, WEBMAIL, OTHER;

    private static final Set<String> POSTFIX_SERVICES = Set.of("smtpd", "smtp", "lmtp", "cleanup", "qmgr", "nqmgr",
            "bounce", "defer", "local", "virtual", "pipe", "pickup", "error", "retry", "discard", "relay", "postscreen",
            "anvil", "master", "scache", "tlsproxy", "tlsmgr", "trivial-rewrite", "verify", "proxymap", "postdrop",
            "sendmail", "postsuper", "showq", "flush", "dnsblog", "script", "submission", "smtps", "submissions",
            "smtputf8", "postfix-script", "postqueue", "postmap", "postalias", "postlog", "postlogd");
    private static final Set<String> CYRUS_SERVICES = Set.of("imap", "imaps", "pop3", "pop3s", "sieve", "timsieved",
            "lmtp", "lmtpunix", "lmtpd", "nntp", "http", "https", "proxyd", "pop3proxyd", "lmtpproxyd");
    private static final Set<String> COURIER_SERVICES = Set.of("imapd", "imapd-ssl", "pop3d", "pop3d-ssl", "imaplogin",
            "pop3login", "courierd", "courieresmtpd", "esmtpd", "authdaemond", "imapd.authdaemon");

    /** The server that the line's program name stands for; {@code OTHER} where the name alone does not tell. */
    static MailProgram byTag(LogLine line) {
        int from = line.tagFrom;
        if (line.startsWith(from, "postfix")) {
            return POSTFIX;
        }
        if (line.startsWith(from, "dovecot")) {
            return DOVECOT;
        }
        if (line.startsWith(from, "exim")) {
            return EXIM;
        }
        if (line.startsWith(from, "cyrus")) {
            return CYRUS;
        }
        if (line.startsWith(from, "sendmail") || line.startsWith(from, "sm-m")) {
            return SENDMAIL;
        }
        return byService(line);
    }

    private static MailProgram byService(LogLine line) {
        String tag = line.text(line.tagFrom, line.tagTo);
        int slash = tag.lastIndexOf('/');
        if (slash >= 0) {
            return POSTFIX_SERVICES.contains(tag.substring(slash + 1)) ? POSTFIX : OTHER;
        }
        if (COURIER_SERVICES.contains(tag)) {
            return COURIER;
        }
        return CYRUS_SERVICES.contains(tag) ? CYRUS : OTHER;
    }
}
