package org.mimawari.indicator.rules;

import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleTrait;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.words.Folding;

/** A rule shows only where hidden rules are asked for; no mail program lists it (ATT&amp;CK T1564.008). */
public final class HiddenRule implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("rules-hidden", Family.RULES,
            AttackStage.HIDING, Level.HIGH, 70, 0.8, List.of("T1564.008"), Set.of(EvidenceKind.MAILBOX_RULE));
    /** Exchange keeps these for itself: junk filter, absence notice, delegates, clutter. */
    private static final List<String> SYSTEM = List.of("junk e-mail rule", "junk email rule",
            "microsoft.exchange.oof", "delegate", "clutter", "mailtips", "#net folders#", "msexchdelegate");

    private static final Set<RuleAction.Type> MODEST = Set.of(RuleAction.Type.MOVE, RuleAction.Type.REPLY,
            RuleAction.Type.STOP, RuleAction.Type.OTHER);

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        RuleFindings findings = RuleFindings.evenUndated(PROFILE, evidence);
        return RuleInventory.of(evidence).stream()
                .filter(seen -> seen.sightings().stream().anyMatch(each -> each.traits().contains(RuleTrait.HIDDEN)))
                .filter(seen -> !isSystem(seen)).map(seen -> findings.of(seen, Reason.NONE)).toList();
    }

    /** A name is easily borrowed, so a rule under one of these names must also do no more than theirs do. */
    private static boolean isSystem(SeenRule seen) {
        String name = Folding.fold(seen.rule().name());
        boolean named = SYSTEM.stream().anyMatch(name::startsWith);
        boolean delegates = name.contains("delegate");
        boolean modest = seen.rule().actions().stream().map(RuleAction::type)
                .allMatch(type -> MODEST.contains(type) || delegates && type.sendsAway());
        return named && modest && RuleWords.of(seen).isEmpty();
    }
}
