package org.mimawari.indicator.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Changes;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class AccessDeviceEventTest {

    private final AccessDeviceEvent indicator = new AccessDeviceEvent();

    @Test
    void findsACompromisedDevice() {
        assertThat(found(indicator, Changes.in(owner()).alerts(ProviderAlert.Topic.DEVICE, "Device compromised")))
                .singleElement().extracting(Finding::level)
                .isEqualTo(Level.MEDIUM);
    }

    @Test
    void showsFailedUnlocksAsLow() {
        assertThat(found(indicator, Changes.in(owner()).byOwner("192.0.2.10", "JP")
                .change(SettingTopic.DEVICE_EVENT, "2024-05-21T18:30:00Z", "FAILED_PASSWORD_ATTEMPTS_EVENT",
                "tanaka@shop.example"))).singleElement().extracting(Finding::level)
                .isEqualTo(Level.LOW);
    }

    @Test
    void ignoresOtherAlerts() {
        assertThat(found(indicator, Changes.in(owner()).alerts(ProviderAlert.Topic.OTHER, "Device compromised")))
                .isEmpty();
    }

    @Test
    void isNotAssessedWithoutThatEvidence() {
        assertThat(missing(indicator, mailbox("tanaka@shop.example").without(EvidenceKind.SETTING_CHANGE))).hasSize(1);
    }

    /** Twenty quiet days in the office, until 20 May. */
    private static MailboxStory owner() {
        return mailbox("tanaka@shop.example").livesQuietly("2024-05-01", 20);
    }
}
