package org.mimawari.connector.export.serverlog;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.serverlog.LogSource.Sighting;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Coverage.State;
import org.mimawari.evidence.EvidenceKind;

/**
 * Says what the logs show. They are judged together, as one server's sign-ins may stand in one file and its mail in
 * another: a file that shows nothing of a kind is only named where none of them does.
 */
final class LogCoverage {

    private static final String NO_LOGIN = "no IMAP or POP sign-in lines: is auth_verbose or the info level off?";
    private static final String ONLY_SMTP = "only SMTP AUTH is seen: " + NO_LOGIN;
    private static final String ONLY_WEB = "only sign-ins to webmail are seen: those by IMAP, POP and"
            + " SMTP are in other logs";
    private static final String ONLY_FAILURES = "only failed sign-ins are seen: " + NO_LOGIN;
    private static final String NO_MAIL = "no lines of an SMTP server: its log is another file";
    private static final String NO_ENDS = "no lines at the end of IMAP or POP sessions: is the info level off?";
    private static final String ONLY_BYTES = "sessions are logged with their bytes only, not with the messages read";
    private static final String OWN_BOUNCES = "only failures that this server itself returned";
    private static final String NO_REMOVALS = "no delete or expunge lines: Dovecot's mail_log plugin is off";

    private final EvidenceSink sink;
    private final List<LogSource> logs;
    private final Map<String, String> broken;

    /** @param broken why a file was read only in part, by its name */
    LogCoverage(EvidenceSink sink, List<LogSource> logs, Map<String, String> broken) {
        this.sink = sink;
        this.logs = logs;
        this.broken = broken;
    }

    void report() {
        signIns();
        shown(EvidenceKind.SENT_MESSAGE, has(Sighting.SMTP_MESSAGE), Optional.empty(), NO_MAIL);
        for (LogSource log : logs) {
            if (log.has(Sighting.SMTP_MESSAGE)) {
                cover(log, EvidenceKind.NON_DELIVERY_REPORT, State.PARTIAL, Optional.of(OWN_BOUNCES));
            }
        }
        boolean counted = logs.stream().anyMatch(log -> log.has(Sighting.SESSION_END)
                && !log.has(Sighting.SESSION_BYTES));
        shown(EvidenceKind.MAIL_ACCESS, has(Sighting.SESSION_END),
                counted ? Optional.empty() : Optional.of(ONLY_BYTES), NO_ENDS);
        shown(EvidenceKind.MAIL_REMOVAL, has(Sighting.MAIL_LOG), Optional.empty(), NO_REMOVALS);
        changes();
    }

    private void signIns() {
        Predicate<LogSource> any = has(Sighting.LOGIN).or(has(Sighting.SMTP_LOGIN)).or(has(Sighting.WEB_LOGIN))
                .or(has(Sighting.LOGIN_FAILURE));
        boolean logins = logs.stream().anyMatch(has(Sighting.LOGIN));
        boolean smtp = logs.stream().anyMatch(has(Sighting.SMTP_LOGIN));
        boolean web = logs.stream().anyMatch(has(Sighting.WEB_LOGIN));
        Optional<String> partly = logins ? Optional.empty()
                : Optional.of(smtp ? ONLY_SMTP : web ? ONLY_WEB : ONLY_FAILURES);
        shown(EvidenceKind.SIGN_IN, any, partly, NO_LOGIN);
    }

    private void changes() {
        Map<EvidenceKind, Predicate<LogSource>> kinds = new EnumMap<>(EvidenceKind.class);
        kinds.put(EvidenceKind.MAILBOX_RULE, has(Sighting.SIEVE));
        kinds.put(EvidenceKind.SETTING_CHANGE, has(Sighting.SIEVE_SESSION));
        kinds.put(EvidenceKind.DELEGATION, has(Sighting.ACL));
        for (LogSource log : logs) {
            kinds.forEach((kind, shows) -> {
                if (shows.test(log)) {
                    sink.cover(Coverage.changesOnly(log.name(), takenFor(log), kind));
                }
            });
        }
    }

    private void shown(EvidenceKind kind, Predicate<LogSource> shows, Optional<String> partly, String nothing) {
        boolean anywhere = logs.stream().anyMatch(shows);
        for (LogSource log : logs) {
            if (shows.test(log)) {
                cover(log, kind, partly.isPresent() ? State.PARTIAL : State.COLLECTED, partly);
            } else if (!anywhere) {
                cover(log, kind, State.NOT_COLLECTED, Optional.of(nothing));
            }
        }
    }

    private void cover(LogSource log, EvidenceKind kind, State state, Optional<String> reason) {
        Optional<String> cut = Optional.ofNullable(broken.get(log.name()));
        State known = state == State.COLLECTED && cut.isPresent() ? State.PARTIAL : state;
        sink.cover(new Coverage(log.name(), takenFor(log), kind, Optional.empty(), known, reason.or(() -> cut),
                Optional.empty(), Optional.empty(), 0));
    }

    private static Predicate<LogSource> has(Sighting sighting) {
        return log -> log.has(sighting);
    }

    private static String takenFor(LogSource log) {
        StringBuilder names = new StringBuilder();
        name(names, log, Sighting.POSTFIX, "Postfix");
        name(names, log, Sighting.EXIM, "Exim");
        name(names, log, Sighting.DOVECOT, "Dovecot");
        name(names, log, Sighting.CYRUS, "Cyrus");
        name(names, log, Sighting.COURIER, "Courier");
        name(names, log, Sighting.SENDMAIL, "sendmail");
        name(names, log, Sighting.WEBMAIL, "webmail");
        return names.isEmpty() ? "system log" : names + " log";
    }

    private static void name(StringBuilder names, LogSource log, Sighting sighting, String name) {
        if (log.has(sighting)) {
            names.append(names.isEmpty() ? "" : " and ").append(name);
        }
    }
}
