package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class SignInSprayTest {

    private final SignInSpray indicator = new SignInSpray();

    @Test
    void findsTenAccountsWithinTwentyMinutes() {
        assertThat(found(indicator, tried(10, "203.0.113.7"))).singleElement().extracting(Finding::level)
                .isEqualTo(Level.MEDIUM);
    }

    @Test
    void ignoresNineAccounts() {
        assertThat(found(indicator, tried(9, "203.0.113.7"))).isEmpty();
    }

    @Test
    void ignoresAnOfficeWherePasswordsExpired() {
        MailboxStory[] office = tried(12, "192.0.2.10");
        for (MailboxStory story : office) {
            story.signsIn("2024-05-21T18:30:00Z", "192.0.2.10", "JP");
        }

        assertThat(found(indicator, office)).isEmpty();
    }

    @Test
    void ignoresTheSameFailuresForOneAccount() {
        var story = mailbox("a@shop.example")
                .failsToSignIn(50, "2024-05-21T18:00:00Z", Duration.ofSeconds(5), "203.0.113.7");

        assertThat(found(indicator, story)).isEmpty();
    }

    /** Each of so many accounts fails once, a minute apart. */
    private static MailboxStory[] tried(int accounts, String address) {
        return IntStream.range(0, accounts).mapToObj(i -> mailbox("user%02d@shop.example".formatted(i))
                .failsToSignIn(1, "2024-05-21T18:%02d:00Z".formatted(i), Duration.ZERO, address))
                .toArray(MailboxStory[]::new);
    }
}
