package org.mimawari.indicator.habit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.ip;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.SignIns.from;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.TenantHabits;

class OutsideTest {

    @Test
    void leavesOutTheOrganisationsExit() {
        var story = mailbox("a@shop.example").tenant(new TenantHabits(Set.of("JP"), Set.of(ip("192.0.2.10")), 9))
                .livesQuietly("2024-05-01", 3);

        assertThat(Outside.successes(story.evidence())).isEmpty();
    }

    @Test
    void keepsAnExitInACountryNobodyUses() {
        var story = mailbox("a@shop.example").tenant(new TenantHabits(Set.of("JP"), Set.of(ip("203.0.113.7")), 9))
                .signsIn("2024-05-01T00:00:00Z", "203.0.113.7", "NG");

        assertThat(Outside.successes(story.evidence())).hasSize(1);
    }

    @Test
    void leavesOutPrivateAddressesAndTheProvidersOwn() {
        var story = mailbox("a@shop.example").signsIn("2024-05-01T00:00:00Z", "10.0.0.7", "");
        from("203.0.113.7").in("US", 8075).into(story, "2024-05-01T00:00:00Z");

        assertThat(Outside.successes(story.evidence())).isEmpty();
    }
}
