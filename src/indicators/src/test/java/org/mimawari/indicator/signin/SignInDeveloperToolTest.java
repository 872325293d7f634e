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
import org.mimawari.indicator.SignIns;

class SignInDeveloperToolTest {

    private final SignInDeveloperTool indicator = new SignInDeveloperTool();

    @Test
    void findsTheFirstTokenForMail() {
        var story = tool().traits(SignInTrait.OPENS_MAIL).into(owner(), "2024-05-21T02:00:00Z");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.MEDIUM);
    }

    @Test
    void findsItInASingleRecordToo() {
        var story = tool().traits(SignInTrait.OPENS_MAIL).into(mailbox("a@shop.example"), "2024-05-21T02:00:00Z");

        assertThat(found(indicator, story)).hasSize(1);
    }

    @Test
    void ignoresATokenForSomethingElse() {
        var story = tool().into(owner(), "2024-05-21T02:00:00Z");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void ignoresAnAttemptThatFailed() {
        var story = tool().traits(SignInTrait.OPENS_MAIL).fails(SignIn.Failure.MFA)
                .into(owner(), "2024-05-21T02:00:00Z");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void ignoresWhatADeveloperDoesEveryDay() {
        var story = owner();
        for (int day = 1; day <= 28; day++) {
            tool().traits(SignInTrait.OPENS_MAIL).into(story, "2024-04-%02dT02:00:00Z".formatted(day));
        }
        var later = tool().traits(SignInTrait.OPENS_MAIL).into(story, "2024-05-21T02:00:00Z");

        assertThat(found(indicator, later)).noneMatch(finding -> finding.when().to().orElseThrow().toString()
                .startsWith("2024-05"));
    }

    @Test
    void isNotAssessedWithoutSignIns() {
        assertThat(missing(indicator, mailbox("tanaka@shop.example").without(EvidenceKind.SIGN_IN))).hasSize(1);
    }

    private static SignIns tool() {
        return from("203.0.113.7").app("aebc6443-996d-45c2-90f0-388ff96faa56").called("Visual Studio Code");
    }

    private static MailboxStory owner() {
        return mailbox("tanaka@shop.example").livesQuietly("2024-05-01", 20);
    }
}
