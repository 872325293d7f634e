package org.mimawari.indicator.forwarding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.mimawari.indicator.domain.LookAlike;
import org.mimawari.indicator.rules.RuleCircumstances;
import org.mimawari.indicator.rules.RuleFindings;

/** The mailbox may send under an address outside the organisation (ATT&amp;CK T1098.002, T1672). */
public final class SendAsAdded implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("sendas-added", Family.FORWARDING,
            AttackStage.PERSISTENCE, Level.MEDIUM, 45, 0.7, List.of("T1098.002", "T1672"),
            Set.of(EvidenceKind.SEND_AS_ADDRESS));

    private final Policy policy;

    public SendAsAdded(Policy policy) {
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
                identity.findOutside(each.address()).ifPresent(
                        address -> foreign.computeIfAbsent(address, any -> new ArrayList<>()).add(each));
            }
        }
        List<Finding> found = new ArrayList<>();
        foreign.forEach((address, sightings) -> found.add(finding(address, sightings, identity, evidence)));
        return found;
    }

    // Four pieces of one examination, kept out of fields because the indicator has no state.
    private Finding finding(MailboxAddress address, List<SendAsAddress> sightings, IdentityTarget identity,
            MailboxEvidence evidence) {
        Optional<LookAlike.Match> imitated = identity.imitated(address.domain());
        Reason reason = Reason.text("address", address.text())
                .andText("imitated", imitated.map(LookAlike.Match::domain).orElse("-"));
        SendAsAddress first = sightings.stream().filter(each -> each.time().isPresent()).findFirst()
                .orElse(sightings.get(0));
        Finding finding = Finding.of(PROFILE, evidence, TimeRange.of(sightings), address.text(), reason,
                Citation.of(sightings)).times(new RuleCircumstances(evidence).of(first, Outflow.isUndated(sightings)));
        Finding judged = imitated.isPresent() ? finding.judged(Level.HIGH, 65, 0.8) : finding;
        boolean approved = policy.approvesTarget(address.text());
        return RuleFindings.settled(approved ? judged.times(Multiplier.APPROVED) : judged);
    }
}
