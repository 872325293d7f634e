package org.mimawari.indicator.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Reason;

/**
 * Rules come and go in haste: one is removed within a day of being made, or three change within ten minutes
 * (ATT&amp;CK T1070.008). One finding for each stretch of such changes.
 */
public final class RuleChurn implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("rules-churn", Family.RULES,
            AttackStage.HIDING, Level.MEDIUM, 35, 0.6, List.of("T1070.008"), Set.of(EvidenceKind.MAILBOX_RULE));
    private static final Duration SHORT_LIVED = Duration.ofHours(24);
    private static final Duration HASTE = Duration.ofMinutes(10);
    private static final int ENOUGH = 3;

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<MailboxRule> changes = evidence.rules().stream().filter(rule -> rule.time().isPresent()
                && rule.change() != Change.PRESENT && !rule.actor().isSystem()).toList();
        Set<MailboxRule> hasty = new LinkedHashSet<>(shortLived(changes));
        hasty.addAll(crowded(changes));
        List<MailboxRule> sorted = changes.stream().filter(hasty::contains).toList();
        return stretches(sorted).stream().map(stretch -> finding(stretch, evidence)).toList();
    }

    /** Rules that were taken away within a day: one that hides or sends away, and its removal. */
    private static List<MailboxRule> shortLived(List<MailboxRule> changes) {
        Map<String, MailboxRule> made = new HashMap<>();
        List<MailboxRule> found = new ArrayList<>();
        for (MailboxRule change : changes) {
            String name = RuleIdentity.name(change);
            if (change.change() == Change.ADDED) {
                made.put(name, change);
            } else if (change.change().ends() && made.containsKey(name) && !change.name().isEmpty()) {
                MailboxRule before = made.remove(name);
                boolean harms = Hiding.of(before).hides()
                        || before.actions().stream().anyMatch(action -> action.type().sendsAway());
                if (harms && between(before, change).compareTo(SHORT_LIVED) <= 0) {
                    found.addAll(List.of(before, change));
                }
            }
        }
        return found;
    }

    /** Three or more different rules changed within ten minutes. Linear: the window only moves forward. */
    private static List<MailboxRule> crowded(List<MailboxRule> changes) {
        List<MailboxRule> found = new ArrayList<>();
        int from = 0;
        for (int to = 0; to < changes.size(); to++) {
            while (between(changes.get(from), changes.get(to)).compareTo(HASTE) > 0) {
                from++;
            }
            if (to - from + 1 >= ENOUGH && names(changes.subList(to - ENOUGH + 1, to + 1)).size() >= ENOUGH) {
                found.addAll(changes.subList(to - ENOUGH + 1, to + 1));
            }
        }
        return found;
    }

    private static List<List<MailboxRule>> stretches(List<MailboxRule> hasty) {
        List<List<MailboxRule>> stretches = new ArrayList<>();
        for (MailboxRule change : hasty) {
            List<MailboxRule> last = stretches.isEmpty() ? List.of() : stretches.get(stretches.size() - 1);
            if (last.isEmpty() || between(last.get(last.size() - 1), change).compareTo(SHORT_LIVED) > 0) {
                stretches.add(new ArrayList<>(List.of(change)));
            } else {
                last.add(change);
            }
        }
        return stretches;
    }

    private static Finding finding(List<MailboxRule> stretch, MailboxEvidence evidence) {
        List<String> names = names(stretch);
        Reason reason = Reason.number("changes", stretch.size())
                .andTexts("rules", names).andNumber("count", names.size());
        return RuleFindings.settled(Finding.of(PROFILE, evidence, TimeRange.of(stretch), String.join("|", names),
                reason, Citation.of(stretch)).times(new RuleCircumstances(evidence).of(stretch.get(0), false)));
    }

    private static List<String> names(List<MailboxRule> rules) {
        Set<String> names = new TreeSet<>();
        rules.forEach(rule -> names.add(RuleWording.name(rule)));
        return names.stream().limit(20).toList();
    }

    private static Duration between(MailboxRule one, MailboxRule other) {
        return Duration.between(moment(one), moment(other));
    }

    private static Instant moment(MailboxRule rule) {
        return rule.time().orElse(Instant.EPOCH);
    }
}
