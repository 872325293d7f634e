package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.TenantHabits;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class SignInConcurrentCountriesTest {

    private final SignInConcurrentCountries indicator = new SignInConcurrentCountries();

    @Test
    void findsTwoCountriesWithinTenMinutes() {
        var story = owner().signsIn("2024-05-21T00:00:00Z", "192.0.2.10", "JP")
                .signsIn("2024-05-21T00:10:00Z", "203.0.113.7", "NG");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.MEDIUM);
    }

    @Test
    void ignoresElevenMinutes() {
        var story = owner().signsIn("2024-05-21T00:00:00Z", "192.0.2.10", "JP")
                .signsIn("2024-05-21T00:11:00Z", "203.0.113.7", "NG");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void ignoresTwoUsualCountries() {
        var story = owner().tenant(new TenantHabits(Set.of("JP", "SG"), Set.of(), 50))
                .signsIn("2024-05-21T00:00:00Z", "192.0.2.10", "JP")
                .signsIn("2024-05-21T00:05:00Z", "203.0.113.7", "SG");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void isNotAssessedWithoutSignIns() {
        assertThat(missing(indicator, mailbox("tanaka@shop.example").without(EvidenceKind.SIGN_IN))).hasSize(1);
    }

    /** Twenty quiet days in the office, until 20 May. */
    private static MailboxStory owner() {
        return mailbox("tanaka@shop.example").livesQuietly("2024-05-01", 20);
    }
}
