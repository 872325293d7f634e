package org.mimawari.indicator.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.MailboxKind;

class PostureRoleInteractiveTest {

    private final PostureRoleInteractive indicator = new PostureRoleInteractive();

    @Test
    void namesASharedMailboxThatSignsIn() {
        assertThat(indicator.examine(mailbox("info@shop.example").kind(MailboxKind.ROLE).livesQuietly("2026-11-01", 3).evidence()))
                .hasSize(1);
    }

    @Test
    void ignoresPeople() {
        assertThat(indicator.examine(mailbox("a@shop.example").kind(MailboxKind.PERSON).livesQuietly("2026-11-01", 3).evidence()))
                .isEmpty();
    }
}
