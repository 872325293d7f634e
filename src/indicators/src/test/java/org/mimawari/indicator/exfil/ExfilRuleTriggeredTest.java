package org.mimawari.indicator.exfil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.ProviderAlert.Topic;
import org.mimawari.evidence.story.MailboxStory;

class ExfilRuleTriggeredTest {

    private final ExfilRuleTriggered indicator = new ExfilRuleTriggered();

    @Test
    void namesTheRule() {
        assertThat(found(indicator, alerted(Topic.RULE_TRIGGERED, 1))).singleElement()
                .satisfies(finding -> assertThat(finding.reason().toString()).contains("Personal numbers"));
    }

    @Test
    void oneRuleManyTimesIsOneFinding() {
        assertThat(found(indicator, alerted(Topic.RULE_TRIGGERED, 300))).hasSize(1);
    }

    @Test
    void ignoresARuleThatOnlyTookNote() {
        assertThat(found(indicator, alerted(Topic.OTHER, 1))).isEmpty();
    }

    @Test
    void leavesSuspiciousMailToItsOwnIndicator() {
        assertThat(found(indicator, alerted(Topic.SUSPICIOUS_MAIL, 1))).isEmpty();
    }

    @Test
    void isNotAssessedWithoutAlerts() {
        assertThat(missing(indicator, mailbox("tanaka@shop.example").without(EvidenceKind.PROVIDER_ALERT))).hasSize(1);
    }

    private static MailboxStory alerted(Topic topic, int times) {
        MailboxStory story = mailbox("tanaka@shop.example");
        for (int i = 0; i < times; i++) {
            story.with(new ProviderAlert(story.at("2024-05-21T00:00:00Z"), topic, "rule triggered: Personal numbers",
                    Optional.of("high"), Optional.empty(), Optional.empty()));
        }
        return story;
    }
}
