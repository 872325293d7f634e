package org.mimawari.indicator.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.RuleCondition.Field;
import org.mimawari.evidence.RuleTrait;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Reason;

/** A rule keeps mail about money, break-ins or failed deliveries from its owner (ATT&amp;CK T1564.008). */
public final class RuleHidesKeyword implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("rules-hide-keyword", Family.RULES,
            AttackStage.HIDING, Level.HIGH, 60, 0.75, List.of("T1564.008"), Set.of(EvidenceKind.MAILBOX_RULE));
    /** Read unseen and out of sight: nobody files invoices that way. */
    private static final Gravity UNMISTAKABLE = new Gravity(Level.HIGH, 85, 0.9);
    private static final Gravity THOROUGH = new Gravity(Level.HIGH, 75, 0.85);
    /** Factors, not lower weights, so that a faint sign completes no combination of signs. */
    private static final Multiplier FAINT_WORDS = Multiplier.modifier("faint-words", 0.5);
    private static final Multiplier ONE_SENDER = Multiplier.modifier("one-sender", 0.5);
    private static final Multiplier ARCHIVED_UNREAD = Multiplier.modifier("archived-unread", 0.5);
    private static final Multiplier FOLDER_UNKNOWN = Multiplier.modifier("folder-unknown", 0.7);
    private static final int THOROUGH_WORDS = 3;

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        RuleFindings findings = RuleFindings.of(PROFILE, evidence);
        List<Finding> found = new ArrayList<>();
        for (SeenRule seen : RuleInventory.of(evidence)) {
            if (seen.hiding().hides() && !RuleWords.sortsSpam(seen)) {
                RuleWords words = RuleWords.of(seen);
                if (!words.isEmpty()) {
                    found.add(findings.of(seen, Reason.NONE.andTexts("words", words.words()), gravity(seen, words),
                            lighter(seen, words)));
                }
            }
        }
        return found;
    }

    private static Gravity gravity(SeenRule seen, RuleWords words) {
        if (!lighter(seen, words).isEmpty() || isNarrowed(seen)) {
            return Gravity.of(PROFILE);
        }
        if (seen.marksRead() && words.strong() > 0) {
            return UNMISTAKABLE;
        }
        return words.strong() >= THOROUGH_WORDS ? THOROUGH : Gravity.of(PROFILE);
    }

    private static List<Multiplier> lighter(SeenRule seen, RuleWords words) {
        if (words.strong() == 0 && words.words().size() == 1) {
            return List.of(FAINT_WORDS);
        }
        if (isNarrowed(seen) && seen.hiding() != Hiding.UNSEEN) {
            return List.of(ONE_SENDER);
        }
        if (Hiding.isGuessed(seen.rule())) {
            return List.of(FOLDER_UNKNOWN);
        }
        boolean readArchive = seen.hiding().isComplete() || seen.marksRead();
        return readArchive ? List.of() : List.of(ARCHIVED_UNREAD);
    }

    /** Only mail of one sender, as people treat a shop's receipts or a service's notices. */
    private static boolean isNarrowed(SeenRule seen) {
        boolean bySender = seen.looksAt(Field.SENDER)
                || seen.values(Field.QUERY).stream().anyMatch(query -> query.contains("from:"));
        return bySender && !seen.rule().traits().contains(RuleTrait.ANY_CONDITION)
                && seen.values(Field.SENDER).stream().allMatch(sender -> sender.indexOf('.') > 0);
    }
}
