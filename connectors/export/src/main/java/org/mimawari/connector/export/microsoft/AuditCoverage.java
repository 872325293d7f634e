package org.mimawari.connector.export.microsoft;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;

/** What one audit log shows: of activity only what its records prove was logged, of settings their changes. */
final class AuditCoverage {

    private static final Map<EvidenceKind, String> ABSENT = new EnumMap<>(Map.of(
            EvidenceKind.SIGN_IN, "no sign-in records: the export was filtered, or sign-ins were exported elsewhere",
            EvidenceKind.SENT_MESSAGE,
                    "no Send records: mailbox auditing of sent mail is off or not licensed",
            EvidenceKind.MAIL_ACCESS,
                    "no MailItemsAccessed records: mailbox auditing of reading is off or not licensed",
            EvidenceKind.MAIL_REMOVAL,
                    "no records of deleted or moved mail: mailbox auditing is off or was filtered out",
            EvidenceKind.MAIL_SEARCH, "no records of mailbox searches: auditing of them is off or not licensed"));
    private static final Set<EvidenceKind> CHANGES = EnumSet.of(EvidenceKind.MAILBOX_RULE,
            EvidenceKind.FORWARDING_SETTING, EvidenceKind.DELEGATION, EvidenceKind.CONNECTED_APP,
            EvidenceKind.MAIL_FLOW_RULE, EvidenceKind.AUTO_REPLY);

    private final Set<EvidenceKind> shown = EnumSet.noneOf(EvidenceKind.class);
    private long cut;

    AuditCoverage() {
        this(Set.of(), 0);
    }

    /** @param cut how many records had no details or cut ones */
    AuditCoverage(Set<EvidenceKind> shown, long cut) {
        this.shown.addAll(shown);
        this.cut = cut;
    }

    Set<EvidenceKind> shown() {
        return shown;
    }

    long cut() {
        return cut;
    }

    void saw(AuditRecord record, AuditOperation operation) {
        if (operation.shows().isPresent()) {
            shown.add(operation.shows().get());
        }
        cut += record.isCut() ? 1 : 0;
    }

    /** @param only the one mailbox that the export is about; empty where it is about several */
    void report(Source source, String format, Optional<String> broken, Optional<MailboxAddress> only, EvidenceSink sink) {
        Optional<String> partly = broken.or(this::cutRows);
        Optional<MailboxAddress> whose = source.owner().or(() -> only);
        ABSENT.forEach((kind, why) -> sink.cover(shown.contains(kind)
                ? piece(source.name(), format, kind, whose, partly)
                : new Coverage(source.name(), format, kind, whose, Coverage.State.NOT_COLLECTED,
                        Optional.of(why), Optional.empty(), Optional.empty(), 0)));
        CHANGES.forEach(kind -> sink.cover(partly.isPresent() ? piece(source.name(), format, kind, whose, partly)
                : Coverage.changesOnly(source.name(), format, kind)));
        sink.cover(piece(source.name(), format, EvidenceKind.SETTING_CHANGE, whose, partly));
    }

    private Optional<String> cutRows() {
        return cut == 0 ? Optional.empty() : Optional.of(cut
                + " records have no details or cut ones: of them only what the row's own columns say was read");
    }

    // Five parameters: a row of the coverage table.
    private static Coverage piece(String source, String format, EvidenceKind kind, Optional<MailboxAddress> whose,
            Optional<String> partly) {
        Coverage.State state = partly.isPresent() ? Coverage.State.PARTIAL : Coverage.State.COLLECTED;
        return new Coverage(source, format, kind, whose, state, partly, Optional.empty(), Optional.empty(), 0);
    }
}
