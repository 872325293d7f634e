package org.mimawari.indicator.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleTrait;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Reason;

/** A rule that hides or forwards mail carries a name such as {@code .} that is meant to be overlooked (T1564.008). */
public final class RuleHasTellingName implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("rules-punct-name", Family.RULES,
            AttackStage.HIDING, Level.HIGH, 50, 0.8, List.of("T1564.008", "T1137.005"),
            Set.of(EvidenceKind.MAILBOX_RULE));
    /** A name nobody reads on a rule that keeps mail unseen and marks it read: two odd choices at once. */
    private static final Gravity UNMISTAKABLE = new Gravity(Level.HIGH, 85, 0.9);
    /** Factors, not lower weights, so that a weak name completes no combination of signs. */
    private static final Multiplier SHORT_NAME = Multiplier.modifier("short-name", 0.2);
    private static final Multiplier MERE_FILING = Multiplier.modifier("mere-filing", 0.35);
    private static final Multiplier CARELESS = Multiplier.modifier("careless-name", 0.7);

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        RuleFindings findings = RuleFindings.of(PROFILE, evidence);
        Set<String> naming = sourcesWithNames(evidence);
        List<Finding> found = new ArrayList<>();
        for (SeenRule seen : RuleInventory.of(evidence)) {
            RuleNameVerdict verdict = verdict(seen.rule(), naming);
            if (verdict != RuleNameVerdict.ORDINARY && acts(seen)) {
                found.add(findings.of(seen, Reason.NONE, gravity(seen, verdict, evidence),
                        lighter(seen, verdict)));
            }
        }
        return found;
    }

    private static RuleNameVerdict verdict(MailboxRule rule, Set<String> naming) {
        boolean namesNone = rule.name().isEmpty() && !rule.traits().contains(RuleTrait.FROM_OUTLOOK)
                && naming.contains(rule.ref().source());
        return namesNone ? RuleNameVerdict.INVISIBLE : RuleNames.verdict(rule.name());
    }

    /** Gmail filters have no names at all; only where others of the same source have one is an empty name a sign. */
    private static Set<String> sourcesWithNames(MailboxEvidence evidence) {
        Set<String> sources = new HashSet<>();
        for (MailboxRule rule : evidence.rules()) {
            if (!rule.name().isEmpty()) {
                sources.add(rule.ref().source());
            }
        }
        return sources;
    }

    private static boolean acts(SeenRule seen) {
        return seen.hiding().hides() || seen.sendsAway() || isFiled(seen) || isUnreadable(seen);
    }

    /** A rule that was only seen going is no longer anything that hides mail. */
    private static boolean isUnreadable(SeenRule seen) {
        return !seen.rule().readable() && seen.sightings().stream().anyMatch(each -> !each.change().ends());
    }

    private static boolean isFiled(SeenRule seen) {
        return seen.rule().does(RuleAction.Type.MOVE) || seen.rule().does(RuleAction.Type.COPY)
                || seen.marksRead();
    }

    private static Gravity gravity(SeenRule seen, RuleNameVerdict verdict, MailboxEvidence evidence) {
        if (verdict == RuleNameVerdict.SHORT) {
            return new Gravity(Level.LOW, PROFILE.weight(), PROFILE.confidence());
        }
        boolean away = seen.hiding() == Hiding.UNSEEN
                || seen.hiding() == Hiding.ARCHIVED && seen.takesEverything(evidence.mailbox());
        boolean unmistakable = away && seen.marksRead()
                && verdict != RuleNameVerdict.KEYBOARD_RUN;
        return unmistakable ? UNMISTAKABLE : Gravity.of(PROFILE);
    }

    private static List<Multiplier> lighter(SeenRule seen, RuleNameVerdict verdict) {
        if (!verdict.isTelling()) {
            return List.of(SHORT_NAME);
        }
        boolean harms = seen.hiding().hides() || seen.sendsAway() || isUnreadable(seen);
        if (!harms) {
            return List.of(MERE_FILING);
        }
        return verdict == RuleNameVerdict.KEYBOARD_RUN ? List.of(CARELESS) : List.of();
    }
}
