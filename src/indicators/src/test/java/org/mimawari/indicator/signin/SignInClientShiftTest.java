package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;
import static org.mimawari.indicator.SignIns.from;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;

class SignInClientShiftTest {

    private final SignInClientShift indicator = new SignInClientShift();

    @Test
    void findsAProgramNeverUsedBefore() {
        var story = from("203.0.113.7").with("The Bat! 11").into(owner(), "2024-05-21T18:00:00Z");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.LOW);
    }

    @Test
    void ignoresAnUpdate() {
        var story = from("203.0.113.7").with("Thunderbird/128").into(owner(), "2024-05-21T18:00:00Z");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void countsANewProgramInTheOfficeLess() {
        var story = from("192.0.2.10").with("The Bat! 11").into(owner(), "2024-05-21T18:00:00Z");

        assertThat(found(indicator, story)).singleElement().satisfies(finding ->
                assertThat(finding.multipliers()).anyMatch(Multiplier::isHabitual));
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
