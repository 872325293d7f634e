package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;
import static org.mimawari.indicator.SignIns.from;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.TimeRange;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class SignInBruteforceSuccessTest {

    private final SignInBruteforceSuccess indicator = new SignInBruteforceSuccess();

    @Test
    void findsASuccessFromTheGuessingAddress() {
        var story = mailbox("info@shop.example")
                .failsToSignIn(10, "2024-05-21T18:00:00Z", Duration.ofMinutes(1), "203.0.113.7")
                .signsIn("2024-05-21T18:20:00Z", "203.0.113.7", "");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.HIGH);
    }

    @Test
    void ignoresNineFailures() {
        var story = mailbox("info@shop.example")
                .failsToSignIn(9, "2024-05-21T18:00:00Z", Duration.ofMinutes(1), "203.0.113.7")
                .signsIn("2024-05-21T18:20:00Z", "203.0.113.7", "");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void countsTheAttemptsThatOneRecordStandsFor() {
        var story = mailbox("info@shop.example");
        from("203.0.113.7").fails(SignIn.Failure.WRONG_PASSWORD).times(12).into(story, "2024-05-21T18:00:00Z");
        from("203.0.113.7").into(story, "2024-05-21T18:01:00Z");

        assertThat(found(indicator, story)).hasSize(1);
    }

    @Test
    void findsSlowGuessingFromThreePlaces() {
        var story = mailbox("info@shop.example")
                .failsToSignIn(2, "2024-05-21T01:00:00Z", Duration.ofHours(1), "203.0.113.7")
                .failsToSignIn(2, "2024-05-21T05:00:00Z", Duration.ofHours(1), "198.51.100.7")
                .failsToSignIn(2, "2024-05-21T09:00:00Z", Duration.ofHours(1), "192.0.2.77")
                .signsIn("2024-05-21T18:00:00Z", "198.51.100.9", "");

        assertThat(found(indicator, story)).hasSize(1);
    }

    @Test
    void beginsWithTheGuessingAndNotWithStrayFailures() {
        var story = mailbox("info@shop.example")
                .failsToSignIn(2, "2024-05-21T01:00:00Z", Duration.ofHours(1), "198.51.100.7")
                .failsToSignIn(10, "2024-05-21T18:00:00Z", Duration.ofMinutes(1), "203.0.113.7")
                .signsIn("2024-05-21T18:20:00Z", "203.0.113.7", "");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::when)
                .isEqualTo(TimeRange.between(Instant.parse("2024-05-21T18:00:00Z"), Instant.parse("2024-05-21T18:20:00Z")));
    }

    @Test
    void ignoresAnOldPasswordOnTheOwnersTelephone() {
        var story = owner().failsToSignIn(40, "2024-05-21T01:00:00Z", Duration.ofMinutes(1), "192.0.2.10")
                .signsIn("2024-05-21T02:00:00Z", "192.0.2.10", "JP");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void ignoresConsentPrompts() {
        var story = mailbox("info@shop.example");
        for (int i = 0; i < 20; i++) {
            from("203.0.113.7").fails(SignIn.Failure.PROMPT).into(story, "2024-05-21T18:%02d:00Z".formatted(i));
        }
        from("203.0.113.7").into(story, "2024-05-21T18:30:00Z");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void doubtsANewAddressWhileTheGuessingGoesOn() {
        var story = owner().failsToSignIn(120, "2024-05-21T01:00:00Z", Duration.ofMinutes(1), "203.0.113.7")
                .signsIn("2024-05-21T02:00:30Z", "198.51.100.7", "JP");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.MEDIUM);
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
