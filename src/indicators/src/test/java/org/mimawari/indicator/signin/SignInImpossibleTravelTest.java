package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.ip;
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
import org.mimawari.evidence.TimeRange;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class SignInImpossibleTravelTest {

    private final SignInImpossibleTravel indicator = new SignInImpossibleTravel();

    @Test
    void findsTokyoAndLagosWithinAnHour() {
        var story = owner().signsIn("2024-05-21T00:00:00Z", "192.0.2.10", "JP")
                .signsIn("2024-05-21T01:00:00Z", "203.0.113.7", "NG");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.MEDIUM);
    }

    @Test
    void takesTokyoAndOsakaForNoJourney() {
        var story = mailbox("tanaka@shop.example");
        from("192.0.2.10").at("JP", 35.68, 139.69).into(story, "2024-05-21T00:00:00Z");
        from("203.0.113.7").at("JP", 34.69, 135.50).into(story, "2024-05-21T00:02:00Z");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void countsTokyoAndNahaLittle() {
        var story = mailbox("tanaka@shop.example");
        from("192.0.2.10").at("JP", 35.68, 139.69).into(story, "2024-05-21T00:00:00Z");
        from("203.0.113.7").at("JP", 26.21, 127.68).into(story, "2024-05-21T00:02:00Z");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.LOW);
    }

    @Test
    void allowsForAFlight() {
        var story = mailbox("tanaka@shop.example").signsIn("2024-05-21T00:00:00Z", "192.0.2.10", "JP")
                .signsIn("2024-05-21T18:00:00Z", "203.0.113.7", "NG");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void takesTheSameDeviceForAVpn() {
        var story = mailbox("tanaka@shop.example");
        from("192.0.2.10").in("JP").device("laptop").into(story, "2024-05-21T00:00:00Z");
        from("203.0.113.7").in("NG").device("laptop").into(story, "2024-05-21T01:00:00Z");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.LOW);
    }

    @Test
    void acceptsTheOrganisationsOwnVpnExit() {
        var exit = new TenantHabits(Set.of("JP", "US"), Set.of(ip("203.0.113.7")), 50);
        var story = owner().tenant(exit).signsIn("2024-05-21T00:00:00Z", "192.0.2.10", "JP")
                .signsIn("2024-05-21T01:00:00Z", "203.0.113.7", "US");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void gathersAWeekOfFlipsInOneFinding() {
        var story = owner();
        for (int hour = 0; hour < 100; hour++) {
            story.signsIn(Instant.parse("2024-05-21T00:00:00Z").plus(Duration.ofHours(hour)).toString(),
                    hour % 2 == 0 ? "192.0.2.10" : "203.0.113.7", hour % 2 == 0 ? "JP" : "NG");
        }

        assertThat(found(indicator, story)).hasSize(1);
    }

    @Test
    void lastsAsLongAsTheStrangerWasThere() {
        var story = owner().signsIn("2024-05-21T00:00:00Z", "192.0.2.10", "JP")
                .signsIn("2024-05-21T12:00:00Z", "203.0.113.7", "NG")
                .signsIn("2024-05-22T00:00:00Z", "192.0.2.10", "JP");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::when)
                .isEqualTo(TimeRange.at(Instant.parse("2024-05-21T12:00:00Z")));
    }

    @Test
    void takesTheFirstPlaceForTheOwnersWhereNothingIsKnownYet() {
        var story = mailbox("tanaka@shop.example").signsIn("2024-05-21T00:00:00Z", "192.0.2.10", "JP")
                .signsIn("2024-05-21T12:00:00Z", "203.0.113.7", "NG")
                .signsIn("2024-05-22T00:00:00Z", "192.0.2.10", "JP");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::when)
                .isEqualTo(TimeRange.at(Instant.parse("2024-05-21T12:00:00Z")));
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
