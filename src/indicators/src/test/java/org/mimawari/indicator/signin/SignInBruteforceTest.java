package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class SignInBruteforceTest {

    private final SignInBruteforce indicator = new SignInBruteforce();

    @Test
    void warnsOfTenFailuresWithinAnHour() {
        var story = owner().failsToSignIn(10, "2024-05-21T18:00:00Z", Duration.ofMinutes(6), "203.0.113.7");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.LOW);
    }

    @Test
    void ignoresTenFailuresSpreadOverADay() {
        var story = owner().failsToSignIn(10, "2024-05-21T01:00:00Z", Duration.ofHours(2), "203.0.113.7");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void leavesItToTheGraverSignWhereOneWasRight() {
        var story = owner().failsToSignIn(10, "2024-05-21T18:00:00Z", Duration.ofMinutes(1), "203.0.113.7")
                .signsIn("2024-05-21T18:20:00Z", "203.0.113.7", "");

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
