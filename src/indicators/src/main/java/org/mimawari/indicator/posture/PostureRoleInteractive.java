package org.mimawari.indicator.posture;

import java.util.List;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.Words;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Reason;

/** A mailbox that belongs to nobody in particular has a password of its own (ATT&amp;CK T1078). */
public final class PostureRoleInteractive implements Indicator {

    private static final IndicatorProfile PROFILE =
            Weakness.profile("posture-role-interactive", EvidenceKind.SIGN_IN, 10, "T1078");

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        boolean isNobodys = evidence.kind() != MailboxKind.PERSON && evidence.kind() != MailboxKind.UNKNOWN;
        List<SignIn> own = isNobodys ? evidence.signIns().stream().filter(SignIn::succeeded).toList() : List.of();
        return Weakness.finding(PROFILE, evidence, own, Reason.text("kind", Words.of(evidence.kind())));
    }
}
