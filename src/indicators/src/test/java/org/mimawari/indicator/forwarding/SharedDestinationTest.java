package org.mimawari.indicator.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.rules.RuleStory.POLICY;
import static org.mimawari.indicator.rules.RuleStory.always;
import static org.mimawari.indicator.rules.RuleStory.forwardTo;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.MailboxDigest;
import org.mimawari.indicator.MailboxDigester;

class SharedDestinationTest {

    private final SharedDestination indicator = new SharedDestination(POLICY);

    private static MailboxDigest digest(MailboxEvidence evidence) {
        return MailboxDigester.digest(evidence, List.of());
    }

    private static MailboxDigest byRule(String mailbox, String target) {
        return digest(mailbox(mailbox).hasRule("x", always(), forwardTo(target)).evidence());
    }

    @Test
    void findsARuleAndASettingThatLeadToOneAddress() {
        List<Finding> found = indicator.examine(List.of(byRule("a@shop.example", "x@elsewhere.example"),
                digest(mailbox("b@shop.example").forwardsTo("2026-05-01T04:00:00Z", "smtp:X@elsewhere.example", true)
                        .evidence())));
        assertThat(found).hasSize(2).extracting(Finding::level).containsOnly(Level.HIGH);
    }

    @Test
    void leavesDifferentAddressesAlone() {
        assertThat(indicator.examine(List.of(byRule("a@shop.example", "x@elsewhere.example"),
                byRule("b@shop.example", "y@elsewhere.example")))).isEmpty();
    }

    @Test
    void leavesAColleagueAlone() {
        assertThat(indicator.examine(List.of(byRule("a@shop.example", "c@shop.example"),
                byRule("b@shop.example", "c@shop.example")))).isEmpty();
    }

    @Test
    void doesNotCountOneMailboxTwice() {
        MailboxEvidence twice = mailbox("a@shop.example").hasRule("x", always(), forwardTo("x@elsewhere.example"))
                .hasRule("y", always(), forwardTo("x@elsewhere.example")).evidence();
        assertThat(indicator.examine(List.of(digest(twice)))).isEmpty();
    }
}
