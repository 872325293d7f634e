package org.mimawari.indicator.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Changes;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Policy;

class AccessOauthMailScopeTest {

    private final AccessOauthMailScope indicator =
            new AccessOauthMailScope(Policy.forDomains(OwnDomains.of("shop.example")));

    @Test
    void findsMailPermissions() {
        assertThat(found(indicator, Changes.in(owner()).grants("2024-05-21T18:00:00Z", "app", "Planner", "openid",
                "https://graph.microsoft.com/Mail.Read"))).singleElement().extracting(Finding::level)
                .isEqualTo(Level.MEDIUM);
    }

    @Test
    void knowsGooglesNames() {
        assertThat(found(indicator, Changes.in(owner())
                .grants("2024-05-21T18:00:00Z", "app", "Planner", "https://mail.google.com/"))).singleElement()
                .extracting(Finding::level)
                .isEqualTo(Level.MEDIUM);
    }

    @Test
    void ignoresACalendar() {
        assertThat(found(indicator, Changes.in(owner())
                .grants("2024-05-21T18:00:00Z", "app", "Planner", "Calendars.Read", "User.Read"))).isEmpty();
    }

    @Test
    void countsACommonMailProgramLittle() {
        assertThat(found(indicator, Changes.in(owner())
                .grants("2024-05-21T18:00:00Z", "f8d98a96-0999-43f5-8af3-69971c7bb423",
                "Apple Internet Accounts", "EWS.AccessAsUser.All"))).singleElement().extracting(Finding::level)
                .isEqualTo(Level.LOW);
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
