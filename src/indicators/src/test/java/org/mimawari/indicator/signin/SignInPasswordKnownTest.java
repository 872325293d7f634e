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

class SignInPasswordKnownTest {

    private final SignInPasswordKnown indicator = new SignInPasswordKnown();

    @Test
    void findsARightPasswordThatWasStopped() {
        var story = from("203.0.113.7").in("NG").fails(SignIn.Failure.MFA).traits(SignInTrait.PASSWORD_RIGHT)
                .into(owner(), "2024-05-21T18:00:00Z");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.MEDIUM);
    }

    @Test
    void ignoresTheOwnerWhoThenGetsIn() {
        var story = from("203.0.113.7").in("NG").fails(SignIn.Failure.MFA).traits(SignInTrait.PASSWORD_RIGHT)
                .into(owner(), "2024-05-21T18:00:00Z").signsIn("2024-05-21T18:01:00Z", "203.0.113.7", "NG");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void ignoresTheOffice() {
        var story = from("192.0.2.10").fails(SignIn.Failure.MFA).traits(SignInTrait.PASSWORD_RIGHT)
                .into(owner(), "2024-05-21T18:00:00Z");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void ignoresAConsentPage() {
        var story = from("203.0.113.7").fails(SignIn.Failure.PROMPT).traits(SignInTrait.PASSWORD_RIGHT)
                .into(owner(), "2024-05-21T18:00:00Z");

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
