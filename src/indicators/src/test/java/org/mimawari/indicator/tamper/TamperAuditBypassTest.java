package org.mimawari.indicator.tamper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.exfil.AccessStory.change;
import static org.mimawari.indicator.exfil.AccessStory.settled;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.story.MailboxStory;

class TamperAuditBypassTest {

    private final TamperAuditBypass indicator = new TamperAuditBypass();

    @Test
    void namesWhoDidIt() {
        MailboxStory story = settled();
        story.with(change(story, SettingTopic.AUDIT_BYPASSED, true));
        assertThat(indicator.examine(story.evidence())).singleElement()
                .satisfies(finding -> assertThat(finding.reason().toString()).contains("tanaka@shop.example", "Do-Something"));
    }

    @Test
    void ignoresAnAttemptThatFailed() {
        MailboxStory story = settled();
        story.with(change(story, SettingTopic.AUDIT_BYPASSED, false));
        assertThat(indicator.examine(story.evidence())).isEmpty();
    }

    @Test
    void ignoresChangesOfAnotherKind() {
        MailboxStory story = settled();
        story.with(change(story, SettingTopic.AUDIT_SWITCHED_OFF, true));
        assertThat(indicator.examine(story.evidence())).isEmpty();
    }

    @Test
    void theSameActManyTimesIsOneFinding() {
        MailboxStory story = settled();
        for (int i = 0; i < 300; i++) {
            story.with(change(story, SettingTopic.AUDIT_BYPASSED, true));
        }
        assertThat(indicator.examine(story.evidence())).hasSize(1);
    }
}
