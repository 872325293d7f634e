package org.mimawari.indicator.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.SignIn;

class PostureLegacyEnabledTest {

    private final PostureLegacyEnabled indicator = new PostureLegacyEnabled();

    @Test
    void namesTheProtocolsInUse() {
        assertThat(indicator.examine(mailbox("a@shop.example").signsIn("2026-11-01T00:00:00Z", "192.0.2.1", "JP", SignIn.Protocol.IMAP)
                .evidence())).singleElement().satisfies(finding -> assertThat(finding.reason().toString()).contains("imap"));
    }

    @Test
    void ignoresTheWeb() {
        assertThat(indicator.examine(mailbox("a@shop.example").livesQuietly("2026-11-01", 3).evidence())).isEmpty();
    }
}
