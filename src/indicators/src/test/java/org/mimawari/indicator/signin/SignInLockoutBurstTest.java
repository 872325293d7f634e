package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.SignIns.from;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class SignInLockoutBurstTest {

    private final SignInLockoutBurst indicator = new SignInLockoutBurst();

    @Test
    void findsTenLockedAccounts() {
        assertThat(found(indicator, locked(10))).singleElement().extracting(Finding::level).isEqualTo(Level.LOW);
    }

    @Test
    void ignoresNineLockedAccounts() {
        assertThat(found(indicator, locked(9))).isEmpty();
    }

    private static MailboxStory[] locked(int accounts) {
        return IntStream.range(0, accounts).mapToObj(i -> from("203.0.113.7").fails(SignIn.Failure.LOCKED)
                .into(mailbox("user%02d@shop.example".formatted(i)), "2024-05-21T18:%02d:00Z".formatted(i)))
                .toArray(MailboxStory[]::new);
    }
}
