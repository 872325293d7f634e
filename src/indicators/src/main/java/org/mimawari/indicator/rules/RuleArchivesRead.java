package org.mimawari.indicator.rules;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.RuleCondition.Field;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.words.Folding;

/** A rule marks mail as read and puts it where nobody looks: weak alone, telling beside others (T1564.008). */
public final class RuleArchivesRead implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("rules-archive-read", Family.RULES,
            AttackStage.HIDING, Level.LOW, 25, 0.5, List.of("T1564.008"), Set.of(EvidenceKind.MAILBOX_RULE));
    private static final Gravity UNSEEN = new Gravity(Level.MEDIUM, 45, 0.7);
    private static final List<String> BULK_SENDERS = List.of("noreply", "no-reply", "no_reply", "newsletter", "news",
            "mailmag", "mail-mag", "magazine", "merumaga", "info@", "marketing", "promo", "notification", "notify",
            "digest", "donotreply", "do-not-reply", "bounce", "list", "mailer", "campaign", "event", "seminar");

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        RuleFindings findings = RuleFindings.of(PROFILE, evidence);
        return RuleInventory.of(evidence).stream().filter(RuleArchivesRead::putsAway)
                .filter(seen -> !isBulkOnly(seen) && !RuleWords.sortsSpam(seen))
                .map(seen -> findings.of(seen, Reason.NONE,
                        seen.hiding() == Hiding.UNSEEN ? UNSEEN : Gravity.of(PROFILE))).toList();
    }

    private static boolean putsAway(SeenRule seen) {
        return seen.marksRead() && (seen.hiding() == Hiding.UNSEEN || seen.hiding() == Hiding.ARCHIVED);
    }

    /** Newsletters, told by their senders or their list headers (RFC 2919, RFC 2369). */
    private static boolean isBulkOnly(SeenRule seen) {
        List<String> headers = seen.values(Field.HEADER).stream().map(Folding::fold).toList();
        if (headers.stream().anyMatch(header -> header.startsWith("list-") || header.startsWith("precedence"))) {
            return true;
        }
        List<String> senders = Stream.concat(seen.values(Field.SENDER).stream(), seen.values(Field.QUERY).stream())
                .map(Folding::fold).toList();
        return !senders.isEmpty() && senders.stream()
                .allMatch(sender -> BULK_SENDERS.stream().anyMatch(sender::contains));
    }
}
