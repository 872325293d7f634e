package org.mimawari.indicator.forwarding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.RuleCondition.Field;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.rules.SeenRule;
import org.mimawari.indicator.words.ExactWords;

/**
 * Bookkeeping services that take in invoices and receipts by mail. A rule that picks out such mail by its words, sender
 * or attachment, sends it there and keeps it, is what they are for; one that sends everything, or leaves nothing behind,
 * is not.
 */
final class DocumentServices {

    private static final Multiplier DOCUMENT_SERVICE = Multiplier.modifier("document-service", 0.2);
    private static final ExactWords SERVICES = ExactWords.load("document-services");
    private static final Set<Field> PICKING = Set.of(Field.SUBJECT, Field.BODY, Field.SUBJECT_OR_BODY, Field.SENDER,
            Field.HAS_ATTACHMENT, Field.QUERY);

    private DocumentServices() {}

    static List<Multiplier> factors(RuleOutflow rule, Optional<MailboxAddress> mailbox) {
        SeenRule seen = rule.seen();
        boolean picks = PICKING.stream().anyMatch(seen::looksAt) && !seen.takesEverything(mailbox);
        boolean keeps = !seen.hiding().isComplete();
        boolean known = rule.targets().stream().allMatch(target -> SERVICES.containsDomain(target.domain()));
        return picks && keeps && known ? List.of(DOCUMENT_SERVICE) : List.of();
    }
}
