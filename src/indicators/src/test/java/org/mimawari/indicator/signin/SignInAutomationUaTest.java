package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;
import static org.mimawari.indicator.SignIns.from;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class SignInAutomationUaTest {

    private final SignInAutomationUa indicator = new SignInAutomationUa();

    @Test
    void findsAScript() {
        var story = from("203.0.113.7").with("python-requests/2.31").into(owner(), "2024-05-21T18:00:00Z");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.MEDIUM);
    }

    @Test
    void warnsOfFiveFailures() {
        var story = from("203.0.113.7").with("axios/1.7").fails(SignIn.Failure.WRONG_PASSWORD).times(5)
                .into(owner(), "2024-05-21T18:00:00Z");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.LOW);
    }

    @Test
    void ignoresAScriptThatHasAlwaysRun() {
        var story = mailbox("app@shop.example");
        for (int day = 1; day <= 9; day++) {
            from("203.0.113." + day).with("python-requests/2.31").into(story, "2024-05-0" + day + "T00:00:00Z");
        }

        assertThat(found(indicator, story)).noneMatch(finding ->
                finding.when().to().orElseThrow().isAfter(Instant.parse("2024-05-04T00:00:00Z")));
    }

    @Test
    void ignoresANameThatOnlyContainsTheWord() {
        var story = from("203.0.113.7").with("Nodebox Mail 3").into(owner(), "2024-05-21T18:00:00Z");

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
