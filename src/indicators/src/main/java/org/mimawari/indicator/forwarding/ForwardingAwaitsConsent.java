package org.mimawari.indicator.forwarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.domain.OutsideTargets;
import org.mimawari.indicator.rules.RuleCircumstances;

/** An outside address was entered for forwarding but has not accepted yet (ATT&amp;CK T1114.003). */
public final class ForwardingAwaitsConsent implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("fwd-pending-verification", Family.FORWARDING,
            AttackStage.PERSISTENCE, Level.MEDIUM, 35, 0.6, List.of("T1114.003"),
            Set.of(EvidenceKind.FORWARDING_SETTING));

    private final Policy policy;
    private final OutsideTargets outside;

    public ForwardingAwaitsConsent(Policy policy) {
        this.policy = policy;
        this.outside = new OutsideTargets(policy);
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Outflow outflow = new Outflow(policy, evidence);
        RuleCircumstances circumstances = new RuleCircumstances(evidence);
        List<Finding> found = new ArrayList<>();
        for (SeenForwarding seen : SeenForwarding.of(evidence, outside)) {
            if (!seen.everConfirmed()) {
                Finding finding = Finding.of(PROFILE, evidence, seen.when(), seen.target().text(),
                        Reason.text("target", seen.target().text()), Citation.of(seen.sightings()));
                found.add(outflow.weighed(finding.times(circumstances.of(seen.setting(), seen.isUndated())),
                        List.of(seen.target())));
            }
        }
        return found;
    }
}
