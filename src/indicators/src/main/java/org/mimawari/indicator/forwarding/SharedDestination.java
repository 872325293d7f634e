package org.mimawari.indicator.forwarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.MailboxDigest;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.TenantIndicator;
import org.mimawari.indicator.domain.OutsideTargets;
import org.mimawari.indicator.rules.RuleFindings;

/**
 * Several mailboxes send their mail to the same outside address (ATT&amp;CK T1114.003). One finding for each of the
 * mailboxes. Linear but for sorting.
 */
public final class SharedDestination implements TenantIndicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("fwd-shared-destination", Family.FORWARDING,
            AttackStage.HIDING, Level.HIGH, 65, 0.8, List.of("T1114.003"),
            Set.of(EvidenceKind.MAILBOX_RULE, EvidenceKind.FORWARDING_SETTING));

    private final Policy policy;
    private final OutsideTargets outside;

    public SharedDestination(Policy policy) {
        this.policy = policy;
        this.outside = new OutsideTargets(policy);
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(List<MailboxDigest> mailboxes) {
        Map<MailboxAddress, Map<MailboxAddress, List<Evidence>>> senders = new TreeMap<>();
        for (MailboxDigest digest : mailboxes) {
            digest.mailbox().ifPresent(mailbox -> digest.forwards().forEach(forward -> outside
                    .in(forward.target(), digest.mailbox()).forEach(target -> senders
                            .computeIfAbsent(target, any -> new TreeMap<>())
                            .computeIfAbsent(mailbox, any -> new ArrayList<>()).add(forward.evidence()))));
        }
        List<Finding> found = new ArrayList<>();
        senders.forEach((target, sharing) -> {
            if (sharing.size() > 1) {
                sharing.forEach((mailbox, pieces) -> found.add(finding(target, mailbox, sharing)));
            }
        });
        return found;
    }

    private Finding finding(MailboxAddress target, MailboxAddress mailbox,
            Map<MailboxAddress, List<Evidence>> sharing) {
        List<Evidence> pieces = sharing.get(mailbox);
        Reason reason = Reason.text("target", target.text()).andNumber("mailboxes", sharing.size())
                .andTexts("shared", sharing.keySet().stream().map(MailboxAddress::text).toList());
        Finding finding = Finding.of(PROFILE, Optional.of(mailbox), TimeRange.of(pieces), target.text(), reason,
                Citation.of(pieces));
        if (policy.approvesTarget(target.text())) {
            finding = finding.times(Multiplier.APPROVED);
        }
        return RuleFindings.settled(Outflow.isUndated(pieces) ? finding.times(Multiplier.UNDATED_STATE) : finding);
    }
}
