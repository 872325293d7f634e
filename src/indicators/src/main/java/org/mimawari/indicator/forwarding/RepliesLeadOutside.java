package org.mimawari.indicator.forwarding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SendAsAddress;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.rules.RuleCircumstances;
import org.mimawari.indicator.rules.RuleFindings;

/** Replies to what the mailbox sends go to an address outside by default (ATT&amp;CK T1657). */
public final class RepliesLeadOutside implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("replyto-default-changed", Family.FORWARDING,
            AttackStage.PERSISTENCE, Level.HIGH, 60, 0.8, List.of("T1657"), Set.of(EvidenceKind.SEND_AS_ADDRESS));

    private final Policy policy;

    public RepliesLeadOutside(Policy policy) {
        this.policy = policy;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        if (evidence.sendAsAddresses().isEmpty()) {
            return List.of();
        }
        IdentityTarget identity = new IdentityTarget(policy, evidence);
        Map<MailboxAddress, List<SendAsAddress>> foreign = new LinkedHashMap<>();
        for (SendAsAddress each : evidence.sendAsAddresses()) {
            if (!each.change().ends()) {
                each.replyTo().flatMap(identity::findOutside).filter(replies -> !isItself(replies, each))
                        .ifPresent(replies -> foreign.computeIfAbsent(replies, any -> new ArrayList<>()).add(each));
            }
        }
        List<Finding> found = new ArrayList<>();
        foreign.forEach((replies, sightings) -> found.add(finding(replies, sightings, identity, evidence)));
        return found;
    }

    private static boolean isItself(MailboxAddress replies, SendAsAddress identity) {
        return MailboxAddress.findFull(identity.address()).filter(replies::equals).isPresent();
    }

    // Four pieces of one examination, kept out of fields because the indicator has no state.
    private Finding finding(MailboxAddress replies, List<SendAsAddress> sightings, IdentityTarget identity,
            MailboxEvidence evidence) {
        SendAsAddress first = sightings.stream().filter(each -> each.time().isPresent()).findFirst()
                .orElse(sightings.get(0));
        Reason reason = Reason.text("replies", replies.text()).andText("address", first.address());
        Finding finding = Finding.of(PROFILE, evidence, TimeRange.of(sightings), replies.text(), reason,
                Citation.of(sightings)).times(new RuleCircumstances(evidence).of(first, Outflow.isUndated(sightings)));
        boolean imitates = identity.imitated(replies.domain()).isPresent();
        Finding judged = imitates ? finding.judged(Level.HIGH, 75, 0.85) : finding;
        return RuleFindings.settled(policy.approvesTarget(replies.text()) ? judged.times(Multiplier.APPROVED) : judged);
    }
}
