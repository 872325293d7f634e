package org.mimawari.connector.export.entra;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.Fingerprint;
import org.mimawari.connector.export.OnlyMailbox;
import org.mimawari.connector.export.Source;
import org.mimawari.connector.export.tree.RecordFile;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.SignIn;

/** Takes the records of one file and says afterwards what the file shows. */
final class EntraRecords implements RecordFile.RecordTaker {

    private final Source source;
    private final AuditLikeness likeness;
    private final EvidenceSink sink;
    private final EntraRecord.Kind expected;
    private final Set<EntraRecord.Kind> kinds = EnumSet.noneOf(EntraRecord.Kind.class);
    private final Set<SignInRecord.Actor> actors = EnumSet.noneOf(SignInRecord.Actor.class);
    private final OnlyMailbox only = new OnlyMailbox();
    private boolean more;
    private String dates = "";

    /**
     * @param expected what the file looked like, for its coverage where no record of it can be read
     */
    EntraRecords(Source source, EntraRecord.Kind expected, AuditLikeness likeness, EvidenceSink sink) {
        this.expected = expected;
        this.source = source;
        this.likeness = likeness;
        this.sink = sink;
    }

    @Override
    public void page(boolean follows) {
        more = follows;
    }

    @Override
    public void assumesMonthFirst() {
        dates = RecordFile.ASSUMED;
    }

    @Override
    public void take(Tree tree, Tree around, long line) {
        if (AuthenticationSteps.recognises(tree)) {
            sink.admit(Fingerprint.of("entra step", source.name(), Long.toString(line)));
            return;
        }
        EntraRecord record = EntraRecord.of(tree);
        switch (record.kind()) {
            case SIGN_IN -> signIn(record, line);
            case AUDIT -> audit(record, line);
            case RISK_DETECTION, RISKY_USER, ALERT -> risk(record, line);
            case IGNORED -> sink.admit(Fingerprint.of("entra other", source.name(), Long.toString(line)));
            case UNKNOWN -> reject(line, "not a record of the Entra logs");
        }
    }

    private void signIn(EntraRecord record, long line) {
        SignInRecord signIn = new SignInRecord(record, source.name());
        if (signIn.time().isEmpty()) {
            reject(line, "the sign-in has no readable time");
            return;
        }
        if (signIn.hasLostOutcome()) {
            reject(line, "the export does not tell whether the sign-in succeeded; export it as JSON");
            return;
        }
        kinds.add(record.kind());
        actors.add(signIn.actor());
        SignIn evidence = signIn.signIn(ref(line, signIn.id()));
        only.saw(evidence.mailbox());
        if (sink.admit(signIn.fingerprint())) {
            sink.accept(evidence);
        }
    }

    private void audit(EntraRecord record, long line) {
        AuditRecord audit = new AuditRecord(record.fields());
        if (audit.time().isEmpty() || audit.activity().isEmpty()) {
            reject(line, audit.time().isEmpty() ? "the audit record has no readable time"
                    : "the audit record names no activity");
            return;
        }
        kinds.add(record.kind());
        if (sink.admit(likeness.identity(audit))) {
            new AuditEvidence(audit, ref(line, audit.id())).all().forEach(sink::accept);
        }
    }

    private void risk(EntraRecord record, long line) {
        RiskRecord risk = new RiskRecord(record);
        kinds.add(record.kind());
        if (sink.admit(risk.fingerprint())) {
            risk.alerts(ref(line, risk.id())).forEach(sink::accept);
        }
    }

    private EvidenceRef ref(long line, Optional<String> id) {
        return new EvidenceRef(source.name(), "line:" + line, id);
    }

    private void reject(long line, String why) {
        sink.reject(EvidenceRef.line(source.name(), line), why);
    }

    /** Applications' own sign-ins cover no mailbox's, and those of one user nobody else's. */
    void cover(Optional<String> broken) {
        Optional<String> reason = broken.or(() -> more ? Optional.of(RecordFile.MORE_FOLLOWS) : Optional.empty());
        if (kinds.isEmpty()) {
            kinds.add(expected);
        }
        boolean onlyApplications = actors.remove(SignInRecord.Actor.APPLICATION) && actors.isEmpty();
        if (kinds.contains(EntraRecord.Kind.SIGN_IN) && !onlyApplications) {
            cover("Entra sign-ins (" + whose() + ")", EvidenceKind.SIGN_IN, only.mailbox(), reason);
        }
        if (kinds.contains(EntraRecord.Kind.AUDIT)) {
            cover("Entra directory audit", EvidenceKind.SETTING_CHANGE, Optional.empty(), reason);
            if (reason.isPresent()) {
                cover("Entra directory audit", EvidenceKind.CONNECTED_APP, Optional.empty(), reason);
            } else {
                sink.cover(Coverage.changesOnly(source.name(), "Entra directory audit", EvidenceKind.CONNECTED_APP));
            }
        }
        boolean risk = kinds.contains(EntraRecord.Kind.RISK_DETECTION) || kinds.contains(EntraRecord.Kind.RISKY_USER)
                || kinds.contains(EntraRecord.Kind.ALERT);
        if (risk) {
            cover("Entra risk and security alerts", EvidenceKind.PROVIDER_ALERT, Optional.empty(), reason);
        }
    }

    private String whose() {
        if (actors.size() != 1) {
            return actors.isEmpty() ? "none in it" : "interactive and non-interactive";
        }
        return actors.contains(SignInRecord.Actor.INTERACTIVE) ? "interactive only" : "non-interactive only";
    }

    private void cover(String takenFor, EvidenceKind kind, Optional<MailboxAddress> mailbox, Optional<String> reason) {
        Coverage.State state = reason.isPresent() ? Coverage.State.PARTIAL : Coverage.State.COLLECTED;
        sink.cover(new Coverage(source.name(), takenFor + dates, kind, mailbox, state, reason, Optional.empty(),
                Optional.empty(), 0));
    }
}
