package org.mimawari.indicator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.RuleCondition.Field.SENDER;
import static org.mimawari.evidence.RuleCondition.Field.SUBJECT;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.rules.RuleStory.DELETE;
import static org.mimawari.indicator.rules.RuleStory.moveTo;
import static org.mimawari.indicator.rules.RuleStory.when;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.MailboxDigest;
import org.mimawari.indicator.MailboxDigester;

class SameRuleInManyMailboxesTest {

    private final SameRuleInManyMailboxes indicator = new SameRuleInManyMailboxes();

    private static MailboxDigest digest(MailboxEvidence evidence) {
        return MailboxDigester.digest(evidence, List.of());
    }

    private static MailboxDigest made(String mailbox, String time, String name) {
        return digest(mailbox(mailbox).makesRule(time, "203.0.113.9", name, when(SUBJECT, "invoice"), DELETE)
                .evidence());
    }

    @Test
    void findsTheRuleInEachOfItsMailboxes() {
        List<Finding> found = indicator.examine(List.of(made("a@shop.example", "2026-05-01T04:00:00Z", "."),
                made("b@shop.example", "2026-05-02T04:00:00Z", "..")));
        assertThat(found).hasSize(2).extracting(Finding::level).containsOnly(Level.HIGH);
        assertThat(found).extracting(Finding::pattern).containsOnly(found.get(0).pattern());
    }

    @Test
    void leavesTheSameRuleMonthsApartAlone() {
        assertThat(indicator.examine(List.of(made("a@shop.example", "2026-05-01T04:00:00Z", "."),
                made("b@shop.example", "2026-08-01T04:00:00Z", ".")))).isEmpty();
    }

    @Test
    void leavesSortingAlone() {
        assertThat(indicator.examine(List.of(
                digest(mailbox("a@shop.example").hasRule("x", when(SUBJECT, "invoice"), moveTo("経理")).evidence()),
                digest(mailbox("b@shop.example").hasRule("x", when(SUBJECT, "invoice"), moveTo("経理")).evidence()))))
                .isEmpty();
    }

    @Test
    void isLowForTwoPeopleWhoDeleteTheSameNewsletter() {
        assertThat(indicator.examine(List.of(
                digest(mailbox("a@shop.example").hasRule("News", when(SENDER, "n@vendor.example"), DELETE).evidence()),
                digest(mailbox("b@shop.example").hasRule("News", when(SENDER, "n@vendor.example"), DELETE)
                        .evidence()))))
                .extracting(Finding::level).containsOnly(Level.LOW);
    }

    @Test
    void saysNothingOfOneMailbox() {
        assertThat(indicator.examine(List.of(made("a@shop.example", "2026-05-01T04:00:00Z", ".")))).isEmpty();
    }
}
