package org.mimawari.indicator.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.RuleCondition.Field;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.words.Dictionary;
import org.mimawari.indicator.words.ExactWords;
import org.mimawari.indicator.words.Folding;

/**
 * A rule hides delivery failures, which would tell the owner of mail he never sent; it is often made before the
 * sending starts (ATT&amp;CK T1564.008, T1070.008).
 */
public final class RuleHidesBounces implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("rules-hide-ndr", Family.RULES,
            AttackStage.HIDING, Level.HIGH, 65, 0.8, List.of("T1564.008", "T1070.008"),
            Set.of(EvidenceKind.MAILBOX_RULE));
    /** Many people are tired of "I am out of the office". */
    private static final Gravity AUTOMATIC_ONLY = new Gravity(Level.MEDIUM, 40, 0.6);
    private static final Multiplier SENDS_IN_BULK = Multiplier.modifier("sends-in-bulk", 0.3);
    private static final ExactWords WEAK = ExactWords.load("weak-words");

    /** What of the returned mail a rule is after. */
    private enum Aim { NONE, AUTOMATIC_REPLIES, BOUNCES }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        RuleFindings findings = RuleFindings.evenUndated(PROFILE, evidence);
        List<Finding> found = new ArrayList<>();
        for (SeenRule seen : RuleInventory.of(evidence)) {
            Aim aim = seen.hiding().hides() && !RuleWords.sortsSpam(seen) ? aim(seen) : Aim.NONE;
            if (aim != Aim.NONE) {
                Gravity gravity = aim == Aim.BOUNCES ? Gravity.of(PROFILE) : AUTOMATIC_ONLY;
                found.add(findings.of(seen, Reason.NONE, gravity, factors(seen, evidence)));
            }
        }
        return found;
    }

    /**
     * A list manager who sends to stale addresses sorts the failures away; only a state that was always so is excused.
     */
    private static List<Multiplier> factors(SeenRule seen, MailboxEvidence evidence) {
        boolean bulk = evidence.kind() == MailboxKind.ROBOT || evidence.kind() == MailboxKind.BULK;
        return bulk && seen.isUndated() ? List.of(SENDS_IN_BULK) : List.of();
    }

    private static Aim aim(SeenRule seen) {
        List<String> hits = texts(seen).filter(Dictionary.BOUNCE::hitsAny).toList();
        if (seen.looksAt(Field.IS_BOUNCE) || hits.stream().anyMatch(hit -> !isAboutReplies(hit))) {
            return Aim.BOUNCES;
        }
        return seen.looksAt(Field.IS_AUTOMATIC) || !hits.isEmpty() ? Aim.AUTOMATIC_REPLIES : Aim.NONE;
    }

    private static boolean isAboutReplies(String text) {
        return WEAK.contains(text);
    }

    private static Stream<String> texts(SeenRule seen) {
        return Stream.of(Field.SUBJECT, Field.BODY, Field.SUBJECT_OR_BODY, Field.SENDER, Field.HEADER, Field.QUERY,
                Field.OTHER).flatMap(field -> seen.values(field).stream()).map(Folding::fold)
                .map(text -> text.length() <= 400 ? text : text.substring(0, 400));
    }
}
