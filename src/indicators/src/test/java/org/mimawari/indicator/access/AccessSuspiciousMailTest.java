package org.mimawari.indicator.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Changes;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class AccessSuspiciousMailTest {

    private final AccessSuspiciousMail indicator = new AccessSuspiciousMail();

    @Test
    void showsPhishingAsLow() {
        assertThat(found(indicator, Changes.in(owner())
                .alerts(ProviderAlert.Topic.SUSPICIOUS_MAIL, "Phishing message detected"))).singleElement()
                .extracting(Finding::level)
                .isEqualTo(Level.LOW);
    }

    @Test
    void gathersManyMessages() {
        var story = owner();
        for (int i = 0; i < 50; i++) {
            Changes.in(story).alerts(ProviderAlert.Topic.MALWARE, "Malware message detected");
        }

        assertThat(found(indicator, story)).hasSize(1);
    }

    @Test
    void ignoresOtherAlerts() {
        assertThat(found(indicator, Changes.in(owner()).alerts(ProviderAlert.Topic.OTHER, "Storage nearly full")))
                .isEmpty();
    }

    @Test
    void isNotAssessedWithoutThatEvidence() {
        assertThat(missing(indicator, mailbox("tanaka@shop.example").without(EvidenceKind.PROVIDER_ALERT))).hasSize(1);
    }

    /** Twenty quiet days in the office, until 20 May. */
    private static MailboxStory owner() {
        return mailbox("tanaka@shop.example").livesQuietly("2024-05-01", 20);
    }
}
