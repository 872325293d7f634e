package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Policy;

class SignInOffhoursTest {

    private final SignInOffhours indicator = new SignInOffhours(Policy.forDomains(OwnDomains.of("shop.example")));

    @Test
    void findsTheNightOfAnOfficeWorker() {
        var story = worker().signsIn("2024-06-11T18:00:00Z", "203.0.113.7", "JP");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.LOW);
    }

    @Test
    void ignoresAnHourBesideTheUsualOne() {
        var story = worker().signsIn("2024-06-11T02:30:00Z", "203.0.113.7", "JP");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void ignoresTheNightBeforeThereIsAHistory() {
        var story = owner().signsIn("2024-05-21T18:00:00Z", "203.0.113.7", "JP");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void ignoresARobot() {
        var story = worker().kind(MailboxKind.ROBOT).signsIn("2024-06-11T18:00:00Z", "203.0.113.7", "JP");

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

    /** Two sign-ins every morning for forty days. */
    private static MailboxStory worker() {
        var story = mailbox("tanaka@shop.example").livesQuietly("2024-05-01", 40);
        Instant start = Instant.parse("2024-05-01T01:00:00Z");
        for (int day = 0; day < 40; day++) {
            story.signsIn(start.plus(Duration.ofDays(day)).toString(), "192.0.2.10", "JP");
        }
        return story;
    }
}
