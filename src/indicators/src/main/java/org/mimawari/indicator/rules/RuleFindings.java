package org.mimawari.indicator.rules;

import java.util.List;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Reason;

/** Makes findings about rules of one mailbox, all with the same facts and factors. Not safe for several threads. */
public final class RuleFindings {

    private static final double HALF = 0.5;

    private final IndicatorProfile profile;
    private final MailboxEvidence evidence;
    private final RuleCircumstances circumstances;
    private final boolean undatedCounts;

    private RuleFindings(IndicatorProfile profile, MailboxEvidence evidence, boolean undatedCounts) {
        this.profile = profile;
        this.evidence = evidence;
        this.circumstances = new RuleCircumstances(evidence);
        this.undatedCounts = undatedCounts;
    }

    public static RuleFindings of(IndicatorProfile profile, MailboxEvidence evidence) {
        return new RuleFindings(profile, evidence, false);
    }

    /** For rules that are as bad whenever they came. */
    static RuleFindings evenUndated(IndicatorProfile profile, MailboxEvidence evidence) {
        return new RuleFindings(profile, evidence, true);
    }

    /** A finding with the facts {@code rule} and {@code actions} and those given. */
    public Finding of(SeenRule seen, Reason facts) {
        return of(seen, facts, Gravity.of(profile), List.of());
    }

    public Finding of(SeenRule seen, Reason facts, Gravity gravity) {
        return of(seen, facts, gravity, List.of());
    }

    public Finding of(SeenRule seen, Reason facts, Gravity gravity, List<Multiplier> more) {
        Reason reason = facts.andText("rule", RuleWording.name(seen.rule()))
                .andTexts("actions", RuleWording.actions(seen.rule()));
        Finding finding = Finding.of(profile, evidence, seen.when(), seen.identity(), reason,
                Citation.of(seen.sightings()));
        return settled(finding.judged(gravity.level(), gravity.weight(), gravity.confidence())
                .times(circumstances.of(seen, undatedCounts)).times(more));
    }

    /** The level follows the factors: nothing left is no more than a note, half or less is one level lower. */
    public static Finding settled(Finding finding) {
        double left = finding.multiplier();
        Level full = finding.level();
        Level lower = left == 0 || full == Level.INFO ? Level.INFO : Level.values()[full.ordinal() - 1];
        return left <= HALF ? finding.judged(lower, finding.weight(), finding.confidence()) : finding;
    }
}
