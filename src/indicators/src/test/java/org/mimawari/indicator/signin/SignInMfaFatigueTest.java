package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;
import static org.mimawari.indicator.SignIns.from;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class SignInMfaFatigueTest {

    private final SignInMfaFatigue indicator = new SignInMfaFatigue();

    @Test
    void findsFiveRefusals() {
        var story = refusals(5);

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.MEDIUM);
    }

    @Test
    void isGraverWhereOneWasApproved() {
        var story = from("203.0.113.7").into(refusals(5), "2024-05-21T18:30:00Z");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.HIGH);
    }

    @Test
    void ignoresFourRefusals() {
        assertThat(found(indicator, refusals(4))).isEmpty();
    }

    @Test
    void ignoresALaterSignInOfTheOwner() {
        var story = refusals(5).signsIn("2024-05-21T18:30:00Z", "192.0.2.10", "JP");

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

    private static MailboxStory refusals(int times) {
        var story = owner();
        for (int i = 0; i < times; i++) {
            from("203.0.113.7").fails(SignIn.Failure.MFA).traits(SignInTrait.SECOND_FACTOR_DENIED)
                    .into(story, "2024-05-21T18:0" + i + ":00Z");
        }
        return story;
    }
}
