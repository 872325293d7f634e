package org.mimawari.indicator.exfil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.exfil.AccessStory.change;
import static org.mimawari.indicator.exfil.AccessStory.settled;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.story.MailboxStory;

class ExfilSharingWidenedTest {

    private final ExfilSharingWidened indicator = new ExfilSharingWidened();

    @Test
    void namesWhoDidIt() {
        MailboxStory story = settled();
        story.with(change(story, SettingTopic.SHARING_WIDENED, true));
        assertThat(indicator.examine(story.evidence())).singleElement()
                .satisfies(finding -> assertThat(finding.reason().toString()).contains("tanaka@shop.example", "Do-Something"));
    }

    @Test
    void ignoresAnAttemptThatFailed() {
        MailboxStory story = settled();
        story.with(change(story, SettingTopic.SHARING_WIDENED, false));
        assertThat(indicator.examine(story.evidence())).isEmpty();
    }

    @Test
    void ignoresChangesOfAnotherKind() {
        MailboxStory story = settled();
        story.with(change(story, SettingTopic.DATA_EXPORT, true));
        assertThat(indicator.examine(story.evidence())).isEmpty();
    }

    @Test
    void seesAnActWhoseMomentIsUnknown() {
        MailboxStory story = settled();
        SettingChange known = change(story, SettingTopic.SHARING_WIDENED, true);
        story.with(new SettingChange(new Origin(known.mailbox(), Optional.empty(), known.ref()), known.topic(),
                known.operation(), known.target(), known.parameters(), true, known.actor()));
        assertThat(indicator.examine(story.evidence())).singleElement()
                .satisfies(finding -> assertThat(finding.when().isKnown()).isFalse());
    }

    @Test
    void theSameActManyTimesIsOneFinding() {
        MailboxStory story = settled();
        for (int i = 0; i < 300; i++) {
            story.with(change(story, SettingTopic.SHARING_WIDENED, true));
        }
        assertThat(indicator.examine(story.evidence())).hasSize(1);
    }
}
