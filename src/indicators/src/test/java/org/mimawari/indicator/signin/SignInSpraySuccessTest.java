package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.SignIns.from;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Level;

class SignInSpraySuccessTest {

    private final SignInSpraySuccess indicator = new SignInSpraySuccess();

    @Test
    void findsTheAccountThatGaveIn() {
        MailboxStory[] stories = tried(8, "203.0.113.7");
        stories[3].signsIn("2024-05-21T19:00:00Z", "203.0.113.7", "");

        assertThat(found(indicator, stories)).singleElement().satisfies(finding -> {
            assertThat(finding.mailbox().orElseThrow().text()).isEqualTo("user03@shop.example");
            assertThat(finding.level()).isEqualTo(Level.HIGH);
        });
    }

    @Test
    void countsARightPasswordThatWasStopped() {
        MailboxStory[] stories = tried(8, "203.0.113.7");
        from("203.0.113.8").fails(SignIn.Failure.MFA).traits(SignInTrait.PASSWORD_RIGHT)
                .into(stories[3], "2024-05-21T19:00:00Z");

        assertThat(found(indicator, stories)).hasSize(1);
    }

    @Test
    void ignoresASuccessTwoDaysLater() {
        MailboxStory[] stories = tried(8, "203.0.113.7");
        stories[3].signsIn("2024-05-23T19:00:00Z", "203.0.113.7", "");

        assertThat(found(indicator, stories)).isEmpty();
    }

    @Test
    void ignoresAnOfficeThatWasThereBefore() {
        MailboxStory[] office = tried(8, "192.0.2.10");
        office[0].livesQuietly("2024-05-01", 10);
        office[1].livesQuietly("2024-05-01", 10);
        office[0].signsIn("2024-05-21T18:30:00Z", "192.0.2.10", "JP");

        assertThat(found(indicator, office)).isEmpty();
    }

    /** Each of so many accounts fails once, a minute apart. */
    private static MailboxStory[] tried(int accounts, String address) {
        return IntStream.range(0, accounts).mapToObj(i -> mailbox("user%02d@shop.example".formatted(i))
                .failsToSignIn(1, "2024-05-21T18:%02d:00Z".formatted(i), Duration.ZERO, address))
                .toArray(MailboxStory[]::new);
    }
}
