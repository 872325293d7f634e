package org.mimawari.indicator.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.RuleCondition.Field;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.Reason;

/** A rule hides mail of those who warn about break-ins (ATT&amp;CK T1564.008). */
public final class RuleHidesSecuritySender implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("rules-hide-security-sender", Family.RULES,
            AttackStage.HIDING, Level.HIGH, 55, 0.75, List.of("T1564.008"), Set.of(EvidenceKind.MAILBOX_RULE));
    /** Marked as read where it lies: muted rather than hidden. */
    private static final Gravity MUTED = new Gravity(Level.LOW, 25, 0.6);
    private static final Gravity ARCHIVED = new Gravity(Level.MEDIUM, 40, 0.6);

    private final SecuritySenders senders;

    public RuleHidesSecuritySender(Policy policy) {
        this.senders = new SecuritySenders(policy);
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        RuleFindings findings = RuleFindings.of(PROFILE, evidence);
        List<Finding> found = new ArrayList<>();
        for (SeenRule seen : RuleInventory.of(evidence)) {
            List<String> hidden = seen.hiding().hides() || seen.marksRead() ? named(seen) : List.of();
            if (!hidden.isEmpty()) {
                found.add(findings.of(seen, Reason.NONE.andTexts("senders", hidden), gravity(seen)));
            }
        }
        return found;
    }

    private List<String> named(SeenRule seen) {
        List<String> named = new ArrayList<>();
        seen.values(Field.SENDER).stream().filter(senders::contains).map(RuleWording::capped).forEach(named::add);
        for (String query : seen.values(Field.QUERY)) {
            senders.inQuery(query).forEach(named::add);
        }
        return named.stream().distinct().toList();
    }

    private static Gravity gravity(SeenRule seen) {
        return switch (seen.hiding()) {
            case NOTHING -> MUTED;
            case ARCHIVED -> seen.marksRead() ? Gravity.of(PROFILE) : ARCHIVED;
            case UNSEEN, DESTROYED -> Gravity.of(PROFILE);
        };
    }
}
