package org.mimawari.indicator.tamper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.exfil.AccessStory.settled;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.story.MailboxStory;

class TamperLogGapTest {

    private final TamperLogGap indicator = new TamperLogGap();

    @Test
    void flagsDaysOfSendingWithoutAnySignIn() {
        assertThat(indicator.examine(settled().sends(5, 1, "2026-11-24T03:00:00Z", Duration.ofDays(1)).evidence())).hasSize(1);
    }

    @Test
    void ignoresSendingSoonAfterTheLastSignIn() {
        assertThat(indicator.examine(settled().sends(3, 1, "2026-11-20T03:00:00Z", Duration.ofDays(1)).evidence())).isEmpty();
    }

    @Test
    void ignoresMailboxesThatRarelySignIn() {
        MailboxStory story = mailbox("a@shop.example").livesQuietly("2026-11-01", 5);
        assertThat(indicator.examine(story.sends(9, 1, "2026-11-10T03:00:00Z", Duration.ofDays(1)).evidence())).isEmpty();
    }
}
