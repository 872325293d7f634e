package org.mimawari.indicator.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.evidence.story.MailboxStory.signIn;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;
import org.mimawari.evidence.story.MailboxStory;

class PostureNoMfaTest {

    private final PostureNoMfa indicator = new PostureNoMfa();

    private static MailboxStory signsIn(MailboxStory story, SignInTrait trait) {
        return story.with(signIn(story.at("2026-11-21T03:00:00Z"), SignIn.Outcome.SUCCESS, Optional.empty(), "192.0.2.10", "JP",
                SignIn.Protocol.WEB, trait));
    }

    @Test
    void namesAMailboxThatUsesThePasswordAlone() {
        assertThat(indicator.examine(signsIn(mailbox("a@shop.example"), SignInTrait.SINGLE_FACTOR).evidence())).hasSize(1);
    }

    @Test
    void isSatisfiedByOneSecondFactor() {
        MailboxStory story = signsIn(mailbox("a@shop.example"), SignInTrait.SINGLE_FACTOR);
        assertThat(indicator.examine(signsIn(story, SignInTrait.SECOND_FACTOR_PASSED).evidence())).isEmpty();
    }

    @Test
    void saysNothingWhereTheSourceDoesNotTell() {
        assertThat(indicator.examine(mailbox("a@shop.example").livesQuietly("2026-11-01", 3).evidence())).isEmpty();
    }
}
