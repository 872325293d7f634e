package org.mimawari.indicator.forwarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.RuleAction;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.domain.OutsideTargets;
import org.mimawari.indicator.rules.Gravity;
import org.mimawari.indicator.rules.RuleFindings;
import org.mimawari.indicator.rules.RuleWords;

/**
 * A rule picks out mail about money or passwords, or takes mail along as attachments, and sends it outside
 * (ATT&amp;CK T1114.003, T1119).
 */
public final class ForwardsMoneyMail implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("fwd-conditional-keyword", Family.FORWARDING,
            AttackStage.HIDING, Level.HIGH, 60, 0.75, List.of("T1114.003", "T1119"), Set.of(EvidenceKind.MAILBOX_RULE));
    private static final Gravity FAINT = new Gravity(Level.MEDIUM, 40, 0.6);

    private final Policy policy;
    private final OutsideTargets outside;

    public ForwardsMoneyMail(Policy policy) {
        this.policy = policy;
        this.outside = new OutsideTargets(policy);
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        RuleFindings findings = RuleFindings.of(PROFILE, evidence);
        Outflow outflow = new Outflow(policy, evidence);
        List<Finding> found = new ArrayList<>();
        for (RuleOutflow rule : RuleOutflow.of(evidence, outside)) {
            RuleWords words = RuleWords.of(rule.seen());
            boolean attached = rule.seen().rule().does(RuleAction.Type.FORWARD_AS_ATTACHMENT);
            if (!words.isEmpty() || attached) {
                Reason reason = Reason.NONE.andTexts("targets", rule.addresses())
                        .andTexts("words", words.isEmpty() ? List.of("*") : words.words());
                List<Multiplier> factors = new ArrayList<>(outflow.factors(rule.targets()));
                factors.addAll(DocumentServices.factors(rule, evidence.mailbox()));
                found.add(findings.of(rule.seen(), reason, words.strong() > 0 ? Gravity.of(PROFILE) : FAINT, factors));
            }
        }
        return found;
    }
}
