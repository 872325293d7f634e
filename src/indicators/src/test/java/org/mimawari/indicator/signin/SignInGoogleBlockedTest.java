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

class SignInGoogleBlockedTest {

    private final SignInGoogleBlocked indicator = new SignInGoogleBlocked();

    @Test
    void warnsOfABlockedSignIn() {
        var story = from("203.0.113.7").ends(SignIn.Outcome.BLOCKED).traits(SignInTrait.PROVIDER_RISK)
                .into(mailbox("a@shop.example"), "2024-05-21T00:00:00Z");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.LOW);
    }

    @Test
    void ignoresAPolicyThatBlockedSomebody() {
        var story = from("203.0.113.7").ends(SignIn.Outcome.BLOCKED)
                .into(mailbox("a@shop.example"), "2024-05-21T00:00:00Z");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void ignoresASuccess() {
        assertThat(found(indicator, owner())).isEmpty();
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
