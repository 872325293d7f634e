package org.mimawari.indicator.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Changes;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Policy;

class AccessConsentAdminwideTest {

    private final AccessConsentAdminwide indicator =
            new AccessConsentAdminwide(Policy.forDomains(OwnDomains.of("shop.example")));

    @Test
    void findsAGrantOverAllMailboxes() {
        assertThat(found(indicator, Changes.in(owner()).byAdmin()
                .grantsForAll(Change.ADDED, "app", "Mail.ReadWrite"))).singleElement().extracting(Finding::level)
                .isEqualTo(Level.HIGH);
    }

    @Test
    void showsWhatWasThereAtTheFirstLookAsLow() {
        assertThat(found(indicator, Changes.in(owner()).byAdmin()
                .grantsForAll(Change.PRESENT, "app", "Mail.ReadWrite"))).singleElement().extracting(Finding::level)
                .isEqualTo(Level.LOW);
    }

    @Test
    void ignoresAGrantWithoutMail() {
        assertThat(found(indicator, Changes.in(owner()).byAdmin()
                .grantsForAll(Change.ADDED, "app", "Calendars.Read"))).isEmpty();
    }

    @Test
    void ignoresAGrantThatWasTakenBack() {
        assertThat(found(indicator, Changes.in(owner()).byAdmin()
                .grantsForAll(Change.REMOVED, "app", "Mail.ReadWrite"))).isEmpty();
    }

    @Test
    void findsImpersonation() {
        var story = Changes.in(owner()).byAdmin()
                .change(SettingTopic.ROLE_GRANTED, "2024-05-21T18:30:00Z", "New-ManagementRoleAssignment",
                "ApplicationImpersonation");

        assertThat(found(indicator, story)).hasSize(1);
    }

    @Test
    void isNotAssessedWithoutThatEvidence() {
        assertThat(missing(indicator, mailbox("tanaka@shop.example").without(EvidenceKind.CONNECTED_APP))).hasSize(1);
    }

    /** Twenty quiet days in the office, until 20 May. */
    private static MailboxStory owner() {
        return mailbox("tanaka@shop.example").livesQuietly("2024-05-01", 20);
    }
}
