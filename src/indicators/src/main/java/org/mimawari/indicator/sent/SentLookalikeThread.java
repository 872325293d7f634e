package org.mimawari.indicator.sent;

import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.outgoing.Outgoing;
import org.mimawari.indicator.outgoing.OutgoingScope;
import org.mimawari.indicator.outgoing.Stretch;

/**
 * In a running conversation a partner was swapped for, or joined by, an address in a domain that imitates his.
 */
public final class SentLookalikeThread implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("sent-lookalike-thread", Family.SENT,
            AttackStage.ABUSE, Level.HIGH, 70, 0.8, List.of("T1656", "T1657"),
            Set.of(EvidenceKind.SENT_MESSAGE));
    private static final LookAlikeThreads.Limits LIMITS = new LookAlikeThreads.Limits(2_000, 10, 50);

    private final OutgoingScope scope;

    public SentLookalikeThread(OutgoingScope scope) {
        this.scope = scope;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Outgoing outgoing = scope.of(evidence);
        return new LookAlikeThreads(scope.policy().ownDomains(), LIMITS).find(outgoing).stream()
                .map(swap -> finding(outgoing, swap)).toList();
    }

    private static Finding finding(Outgoing outgoing, LookAlikeThreads.Swap swap) {
        return StretchFinding.of(PROFILE, outgoing, Stretch.of(swap.mailings()), swap.domain())
                .because("domain", swap.domain()).because("imitated", swap.imitated())
                .because("subject", swap.mailings().get(0).message().subject().orElse(""));
    }
}
