package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;
import static org.mimawari.indicator.SignIns.from;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class SignInProviderRiskTest {

    private final SignInProviderRisk indicator = new SignInProviderRisk();

    @Test
    void takesTheWordHijackedForCritical() {
        var story = mailbox("tanaka@shop.example");
        story.with(new ProviderAlert(story.at("2024-05-21T00:00:00Z"), ProviderAlert.Topic.ACCOUNT_HIJACKED,
                "Account hijacked",
                Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.CRITICAL);
    }

    @Test
    void findsARiskySignIn() {
        var story = from("203.0.113.7").traits(SignInTrait.PROVIDER_RISK)
                .into(mailbox("a@shop.example"), "2024-05-21T00:00:00Z");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.HIGH);
    }

    @Test
    void countsARiskyAttemptThatFailedLittle() {
        var story = from("203.0.113.7").traits(SignInTrait.PROVIDER_RISK).fails(SignIn.Failure.WRONG_PASSWORD)
                .into(mailbox("a@shop.example"), "2024-05-21T00:00:00Z");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.LOW);
    }

    @Test
    void ignoresARiskThatSomebodyDismissed() {
        var story = mailbox("tanaka@shop.example");
        story.with(new ProviderAlert(story.at("2024-05-21T00:00:00Z"), ProviderAlert.Topic.RISKY_USER, "User at risk",
                Optional.of("high"), Optional.of("riskState: dismissed"), Optional.empty()));

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void takesAnAlertThatWasClosedForLittleUnlessItWasTrue() {
        assertThat(found(indicator, closed("resolved; Sign-in from an anonymous address"))).singleElement()
                .extracting(Finding::level).isEqualTo(Level.LOW);
        assertThat(found(indicator, closed("resolved; truePositive"))).singleElement()
                .extracting(Finding::level).isEqualTo(Level.HIGH);
    }

    @Test
    void findsALeakedPasswordWhoseMomentIsUnknown() {
        var story = mailbox("tanaka@shop.example");
        story.with(new ProviderAlert(new Origin(MailboxAddress.find("tanaka@shop.example"), Optional.empty(),
                EvidenceRef.line("log", 1)), ProviderAlert.Topic.PASSWORD_LEAKED, "Password leaked",
                Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.HIGH);
    }

    private static MailboxStory closed(String detail) {
        var story = mailbox("tanaka@shop.example");
        return story.with(new ProviderAlert(story.at("2024-05-21T00:00:00Z"), ProviderAlert.Topic.RISKY_SIGN_IN,
                "Anonymous address", Optional.of("high"), Optional.of(detail), Optional.empty()));
    }

    @Test
    void isNotAssessedWithoutSignIns() {
        assertThat(missing(indicator, mailbox("tanaka@shop.example").without(EvidenceKind.SIGN_IN))).hasSize(1);
    }
}
