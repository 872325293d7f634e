package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class SignInRoleProbeTest {

    private final SignInRoleProbe indicator = new SignInRoleProbe();

    @Test
    void findsThreeCommonNames() {
        assertThat(found(indicator, probed("info"), probed("sales"), probed("scanner"))).singleElement()
                .extracting(Finding::level).isEqualTo(Level.LOW);
    }

    @Test
    void ignoresTwoCommonNames() {
        assertThat(found(indicator, probed("info"), probed("sales"))).isEmpty();
    }

    @Test
    void ignoresNamesOfPeople() {
        assertThat(found(indicator, probed("tanaka"), probed("suzuki"), probed("sato"))).isEmpty();
    }

    private static MailboxStory probed(String name) {
        return mailbox(name + "@shop.example").failsToSignIn(1, "2024-05-21T18:00:00Z", Duration.ZERO, "203.0.113.7");
    }
}
