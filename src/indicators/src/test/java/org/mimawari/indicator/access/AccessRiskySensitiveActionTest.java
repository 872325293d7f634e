package org.mimawari.indicator.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Changes;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class AccessRiskySensitiveActionTest {

    private final AccessRiskySensitiveAction indicator = new AccessRiskySensitiveAction();

    @Test
    void findsAnAllowedAction() {
        assertThat(found(indicator, Changes.in(owner()).byOwner("192.0.2.10", "JP")
                .change(SettingTopic.OTHER, "2024-05-21T18:30:00Z", "risky_sensitive_action_allowed",
                "tanaka@shop.example"))).singleElement().extracting(Finding::level)
                .isEqualTo(Level.MEDIUM);
    }

    @Test
    void showsABlockedActionAsLow() {
        assertThat(found(indicator, Changes.in(owner()).byOwner("192.0.2.10", "JP")
                .change(SettingTopic.OTHER, "2024-05-21T18:30:00Z", "risky_sensitive_action_blocked",
                "tanaka@shop.example"))).singleElement().extracting(Finding::level)
                .isEqualTo(Level.LOW);
    }

    @Test
    void ignoresOtherOperations() {
        assertThat(found(indicator, Changes.in(owner()).byOwner("192.0.2.10", "JP")
                .change(SettingTopic.OTHER, "2024-05-21T18:30:00Z", "user_profile_edited", "tanaka@shop.example")))
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
