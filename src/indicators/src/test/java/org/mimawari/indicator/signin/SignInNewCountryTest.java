package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;
import static org.mimawari.indicator.SignIns.from;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.TenantHabits;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;

class SignInNewCountryTest {

    private final SignInNewCountry indicator = new SignInNewCountry();

    @Test
    void findsTheFirstSignInFromElsewhere() {
        var story = owner().signsIn("2024-05-21T18:00:00Z", "203.0.113.7", "NG");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.MEDIUM);
    }

    @Test
    void countsTheOwnLaptopOfATravellerLittle() {
        var story = mailbox("tanaka@shop.example");
        for (int day = 1; day < 9; day++) {
            from("192.0.2.10").in("JP").device("laptop").into(story, "2024-05-0" + day + "T00:00:00Z");
        }
        from("203.0.113.7").in("FR").device("laptop").into(story, "2024-05-10T09:00:00Z");

        assertThat(found(indicator, story)).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.LOW);
            assertThat(finding.multipliers()).anyMatch(Multiplier::isHabitual);
        });
    }

    @Test
    void takesTheFirstSignInEverForNoNews() {
        var story = mailbox("tanaka@shop.example").signsIn("2024-05-21T18:00:00Z", "203.0.113.7", "NG");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void judgesTheFirstSignInByTheOrganisationAtHalfWeight() {
        var story = mailbox("noreply@shop.example").tenant(new TenantHabits(Set.of("JP"), Set.of(), 50))
                .signsIn("2024-05-21T18:00:00Z", "203.0.113.7", "NG");

        assertThat(found(indicator, story)).singleElement().satisfies(finding ->
                assertThat(finding.multipliers()).contains(Multiplier.COLD_START));
    }

    @Test
    void acceptsACountryTheOrganisationWorksIn() {
        var story = owner().tenant(new TenantHabits(Set.of("JP", "SG"), Set.of(), 50))
                .signsIn("2024-05-21T18:00:00Z", "203.0.113.7", "SG");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void gathersALongStayInOneFinding() {
        var story = owner();
        for (int i = 0; i < 200; i++) {
            story.signsIn(Instant.parse("2024-05-21T18:00:00Z").plus(Duration.ofHours(i)).toString(), "203.0.113.7",
                    "NG");
        }

        assertThat(found(indicator, story)).singleElement().satisfies(finding ->
                assertThat(finding.citation().total()).isEqualTo(200));
    }

    @Test
    void isSilentWithoutPlaces() {
        var story = owner().signsIn("2024-05-21T18:00:00Z", "203.0.113.7", "");

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
