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

class SignInLoginTypeShiftTest {

    private final SignInLoginTypeShift indicator = new SignInLoginTypeShift();

    @Test
    void findsAPasswordAloneAfterASecondFactor() {
        var story = from("203.0.113.7").traits(SignInTrait.SINGLE_FACTOR).into(careful(), "2024-05-21T18:00:00Z");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.MEDIUM);
    }

    @Test
    void ignoresSomebodyWhoNeverHadASecondFactor() {
        var story = owner();
        from("203.0.113.7").traits(SignInTrait.SINGLE_FACTOR).into(story, "2024-05-21T18:00:00Z");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void ignoresAFailure() {
        var story = from("203.0.113.7").traits(SignInTrait.SINGLE_FACTOR).fails(SignIn.Failure.WRONG_PASSWORD)
                .into(careful(), "2024-05-21T18:00:00Z");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void takesAWayThatNobodyDocumentsForLittle() {
        var story = from("203.0.113.7").called("magic").traits(SignInTrait.UNDOCUMENTED_WAY)
                .into(mailbox("a@shop.example"), "2024-05-21T18:00:00Z");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.LOW);
    }

    @Test
    void isNotAssessedWithoutSignIns() {
        assertThat(missing(indicator, mailbox("tanaka@shop.example").without(EvidenceKind.SIGN_IN))).hasSize(1);
    }

    /** Twenty quiet days in the office, until 20 May. */
    private static MailboxStory owner() {
        return mailbox("tanaka@shop.example").livesQuietly("2024-05-01", 20);
    }

    private static MailboxStory careful() {
        var story = mailbox("tanaka@shop.example");
        for (int day = 1; day <= 9; day++) {
            from("192.0.2.10").traits(SignInTrait.SECOND_FACTOR_PASSED).into(story, "2024-05-0" + day + "T00:00:00Z");
        }
        return story;
    }
}
