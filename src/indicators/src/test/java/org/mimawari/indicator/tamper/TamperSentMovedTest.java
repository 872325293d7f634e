package org.mimawari.indicator.tamper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.exfil.AccessStory.ABROAD;
import static org.mimawari.indicator.exfil.AccessStory.settled;
import static org.mimawari.indicator.tamper.RemovalStory.removal;
import static org.mimawari.indicator.tamper.RemovalStory.subject;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.story.MailboxStory;

class TamperSentMovedTest {

    private final TamperSentMoved indicator = new TamperSentMoved();

    @Test
    void flagsSentMailMovedOutOfSight() {
        MailboxStory story = settled();
        story.with(removal(story, "2026-11-21T03:00:00Z", ABROAD, MailRemoval.Type.MOVE, subject("x")));
        assertThat(indicator.examine(story.evidence())).singleElement()
                .satisfies(finding -> assertThat(finding.reason().toString()).contains("RSS"));
    }

    @Test
    void ignoresDeletions() {
        MailboxStory story = settled();
        story.with(removal(story, "2026-11-21T03:00:00Z", ABROAD, MailRemoval.Type.SOFT_DELETE, subject("x")));
        assertThat(indicator.examine(story.evidence())).isEmpty();
    }
}
