package org.mimawari.connector.export.entra;

import java.util.Optional;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.EvidenceRef;

/**
 * Translates what one list of Microsoft Graph answers about the Entra logs, record by record. Whatever the record holds,
 * it passes exactly once through {@code admit} or {@code reject} of the sink.
 */
public final class EntraAnswers {

    /** The list the records come from. */
    public enum Log {
        SIGN_INS(EntraRecord.Kind.SIGN_IN, "SignInLogs"),
        NON_INTERACTIVE_SIGN_INS(EntraRecord.Kind.SIGN_IN, "NonInteractiveUserSignInLogs"),
        APPLICATION_SIGN_INS(EntraRecord.Kind.SIGN_IN, "ServicePrincipalSignInLogs"),
        DIRECTORY_AUDITS(EntraRecord.Kind.AUDIT, "AuditLogs"),
        RISK_DETECTIONS(EntraRecord.Kind.RISK_DETECTION, ""),
        RISKY_USERS(EntraRecord.Kind.RISKY_USER, "");

        private final EntraRecord.Kind kind;
        private final String category;

        Log(EntraRecord.Kind kind, String category) {
            this.kind = kind;
            this.category = category;
        }
    }

    private final Log log;
    private final String source;
    private final EvidenceSink sink;

    /** @param source how reports cite the list */
    public EntraAnswers(Log log, String source, EvidenceSink sink) {
        this.log = log;
        this.source = source;
        this.sink = sink;
    }

    /** @param number counts the records of this source, to name one that has no id */
    public void take(Tree fields, long number) {
        EntraRecord record = new EntraRecord(log.kind, log.category, fields);
        switch (log.kind) {
            case SIGN_IN -> signIn(record, number);
            case AUDIT -> audit(record, number);
            default -> risk(record, number);
        }
    }

    private void signIn(EntraRecord record, long number) {
        SignInRecord signIn = new SignInRecord(record, source);
        if (signIn.time().isEmpty()) {
            sink.reject(ref(signIn.id(), number), "the sign-in has no readable time");
        } else if (sink.admit(signIn.fingerprint())) {
            sink.accept(signIn.signIn(ref(signIn.id(), number)));
        }
    }

    private void audit(EntraRecord record, long number) {
        AuditRecord audit = new AuditRecord(record.fields());
        EvidenceRef ref = ref(audit.id(), number);
        if (audit.time().isEmpty()) {
            sink.reject(ref, "the audit record has no readable time");
        } else if (audit.activity().isEmpty()) {
            sink.reject(ref, "the audit record names no activity");
        } else if (sink.admit(audit.fingerprint())) {
            new AuditEvidence(audit, ref).all().forEach(sink::accept);
        }
    }

    private void risk(EntraRecord record, long number) {
        RiskRecord risk = new RiskRecord(record);
        if (risk.id().isEmpty()) {
            sink.reject(ref(risk.id(), number), "the risk record has no id");
        } else if (sink.admit(risk.fingerprint())) {
            risk.alerts(ref(risk.id(), number)).forEach(sink::accept);
        }
    }

    private EvidenceRef ref(Optional<String> id, long number) {
        return new EvidenceRef(source, id.map(known -> "record:" + known).orElse("line:" + number), id);
    }
}
