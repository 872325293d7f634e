package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;
import static org.mimawari.indicator.SignIns.from;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.SignInTrait;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class SignInOauthTwoIpTest {

    private final SignInOauthTwoIp indicator = new SignInOauthTwoIp();

    @Test
    void findsACodeThatWasHandedOver() {
        var story = mailbox("tanaka@shop.example");
        from("192.0.2.10").app("a").traits(SignInTrait.OAUTH_AUTHORIZE).into(story, "2024-05-21T00:00:00Z");
        from("203.0.113.7").app("a").traits(SignInTrait.OAUTH_TOKEN).into(story, "2024-05-21T00:10:00Z");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.HIGH);
    }

    @Test
    void ignoresBothStepsInOneNetwork() {
        var story = mailbox("tanaka@shop.example");
        from("192.0.2.10").app("a").traits(SignInTrait.OAUTH_AUTHORIZE).into(story, "2024-05-21T00:00:00Z");
        from("192.0.2.99").app("a").traits(SignInTrait.OAUTH_TOKEN).into(story, "2024-05-21T00:10:00Z");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void ignoresATokenAnHourLater() {
        var story = mailbox("tanaka@shop.example");
        from("192.0.2.10").app("a").traits(SignInTrait.OAUTH_AUTHORIZE).into(story, "2024-05-21T00:00:00Z");
        from("203.0.113.7").app("a").traits(SignInTrait.OAUTH_TOKEN).into(story, "2024-05-21T01:00:00Z");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void isNotAssessedWithoutSignIns() {
        assertThat(missing(indicator, mailbox("tanaka@shop.example").without(EvidenceKind.SIGN_IN))).hasSize(1);
    }
}
