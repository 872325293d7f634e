package org.mimawari.indicator.tamper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.exfil.AccessStory.ABROAD;
import static org.mimawari.indicator.exfil.AccessStory.change;
import static org.mimawari.indicator.exfil.AccessStory.settled;
import static org.mimawari.indicator.tamper.RemovalStory.removal;
import static org.mimawari.indicator.tamper.RemovalStory.subject;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.story.MailboxStory;

class TamperMassDeleteTest {

    private final TamperMassDelete indicator = new TamperMassDelete();

    private static MailboxStory deletes(int times, int secondsApart) {
        MailboxStory story = settled();
        for (int i = 0; i < times; i++) {
            int second = i * secondsApart;
            story.with(removal(story, String.format("2026-11-21T%02d:%02d:%02dZ", second / 3600, second / 60 % 60, second % 60), ABROAD,
                    MailRemoval.Type.HARD_DELETE, subject("mail " + i)));
        }
        return story;
    }

    @Test
    void flagsMoreThanFiftyWithinAnHour() {
        assertThat(indicator.examine(deletes(51, 60).evidence())).hasSize(1);
    }

    @Test
    void ignoresFifty() {
        assertThat(indicator.examine(deletes(50, 60).evidence())).isEmpty();
    }

    @Test
    void ignoresTheSameOverADay() {
        assertThat(indicator.examine(deletes(60, 1_400).evidence())).isEmpty();
    }

    @Test
    void flagsBulkRemovalThatTheProviderReports() {
        MailboxStory story = settled();
        story.with(change(story, SettingTopic.DATA_REMOVED, true));
        assertThat(indicator.examine(story.evidence())).hasSize(1);
    }
}
