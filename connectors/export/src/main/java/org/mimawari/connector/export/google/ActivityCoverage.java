package org.mimawari.connector.export.google;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;

/** Which logs a source held, and so what it shows: a log that did not occur shows nothing. */
final class ActivityCoverage {

    private static final String LOGIN = " (most sign-ins of IMAP and POP clients are not in it)";
    private static final Set<String> CHANGES = Set.of("calendar", "chrome", "drive", "groups", "groups_enterprise",
            "mobile", "rules", "takeout", "vault", "access_transparency", "data_migration");

    private final Set<String> logs = new TreeSet<>();
    private final EnumSet<EvidenceKind> whole = EnumSet.noneOf(EvidenceKind.class);
    private final EnumSet<EvidenceKind> changes = EnumSet.noneOf(EvidenceKind.class);

    void saw(Activity activity) {
        saw(activity.application());
        boolean account = activity.application().equals("login")
                && activity.events().stream().anyMatch(event -> AccountChanges.isInBothLogs(event.word()));
        if (account) {
            changes.add(EvidenceKind.FORWARDING_SETTING);
            whole.add(EvidenceKind.SETTING_CHANGE);
        }
    }

    /** The log was looked at, whether or not anything happened. */
    void saw(String log) {
        if (logs.size() < 100 && logs.add(log)) {
            kinds(log);
        }
    }

    Set<EvidenceKind> whole() {
        return whole;
    }

    /** Kinds of which only changes are shown. */
    Set<EvidenceKind> changes() {
        EnumSet<EvidenceKind> only = EnumSet.copyOf(changes);
        only.removeAll(whole);
        return only;
    }

    /** Says of a log of sign-ins what is never in it. */
    static String title(String format, boolean hasLogins) {
        return hasLogins ? format + LOGIN : format;
    }

    private void kinds(String log) {
        switch (log) {
            case "login" -> whole.addAll(EnumSet.of(EvidenceKind.SIGN_IN, EvidenceKind.PROVIDER_ALERT));
            case "user_accounts" -> {
                whole.add(EvidenceKind.SETTING_CHANGE);
                changes.add(EvidenceKind.FORWARDING_SETTING);
            }
            case "admin" -> {
                whole.add(EvidenceKind.SETTING_CHANGE);
                changes.addAll(EnumSet.of(EvidenceKind.MAIL_FLOW_RULE, EvidenceKind.CONNECTED_APP,
                        EvidenceKind.DELEGATION));
            }
            case "token" -> changes.addAll(EnumSet.of(EvidenceKind.CONNECTED_APP));
            case "gmail" -> {
                whole.addAll(EnumSet.of(EvidenceKind.SENT_MESSAGE, EvidenceKind.RECEIVED_MESSAGE,
                        EvidenceKind.MAIL_ACCESS, EvidenceKind.MAIL_REMOVAL, EvidenceKind.PROVIDER_ALERT));
                changes.add(EvidenceKind.FORWARDING_SETTING);
            }
            default -> others(log);
        }
    }

    private void others(String log) {
        if (CHANGES.contains(log)) {
            changes.add(EvidenceKind.SETTING_CHANGE);
        }
    }

    void report(Source source, String format, Optional<String> broken, EvidenceSink sink) {
        String taken = title(format, logs.contains("login"));
        if (logs.isEmpty()) {
            sink.cover(coverage(source, taken, EvidenceKind.SETTING_CHANGE, Coverage.State.NOT_COLLECTED,
                    Optional.of(broken.orElse("it holds no activity"))));
        }
        for (EvidenceKind kind : whole) {
            sink.cover(coverage(source, taken, kind,
                    broken.isPresent() ? Coverage.State.PARTIAL : Coverage.State.COLLECTED, broken));
        }
        for (EvidenceKind kind : changes()) {
            sink.cover(broken.isPresent() ? coverage(source, taken, kind, Coverage.State.PARTIAL, broken)
                    : Coverage.changesOnly(source.name(), taken, kind));
        }
    }

    private static Coverage coverage(Source source, String taken, EvidenceKind kind, Coverage.State state,
            Optional<String> reason) {
        return new Coverage(source.name(), taken, kind, Optional.empty(), state, reason, Optional.empty(),
                Optional.empty(), 0);
    }
}
