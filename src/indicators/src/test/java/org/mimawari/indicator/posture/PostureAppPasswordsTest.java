package org.mimawari.indicator.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.exfil.AccessStory.change;
import static org.mimawari.indicator.exfil.AccessStory.settled;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.story.MailboxStory;

class PostureAppPasswordsTest {

    private final PostureAppPasswords indicator = new PostureAppPasswords();

    @Test
    void namesAMailboxWithApplicationPasswords() {
        MailboxStory story = settled();
        story.with(change(story, SettingTopic.APP_PASSWORD_ADDED, true));
        assertThat(indicator.examine(story.evidence())).singleElement()
                .satisfies(finding -> assertThat(finding.points()).isLessThan(0.12));
    }

    @Test
    void ignoresOtherChanges() {
        MailboxStory story = settled();
        story.with(change(story, SettingTopic.OTHER, true));
        assertThat(indicator.examine(story.evidence())).isEmpty();
    }
}
