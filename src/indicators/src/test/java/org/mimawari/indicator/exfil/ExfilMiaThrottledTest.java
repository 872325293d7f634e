package org.mimawari.indicator.exfil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.exfil.AccessStory.ABROAD;
import static org.mimawari.indicator.exfil.AccessStory.OFFICE;
import static org.mimawari.indicator.exfil.AccessStory.access;
import static org.mimawari.indicator.exfil.AccessStory.settled;
import static org.mimawari.indicator.exfil.AccessStory.throttled;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.story.MailboxStory;

class ExfilMiaThrottledTest {

    private final ExfilMiaThrottled indicator = new ExfilMiaThrottled();

    @Test
    void flagsRecordingThatStopped() {
        MailboxStory story = settled();
        story.with(throttled(story, "2026-11-21T03:00:00Z", ABROAD));
        assertThat(indicator.examine(story.evidence())).singleElement()
                .satisfies(finding -> assertThat(finding.multiplier()).isEqualTo(1));
    }

    @Test
    void countsTheOwnersOwnClientForLess() {
        MailboxStory story = settled();
        story.with(throttled(story, "2026-11-21T03:00:00Z", OFFICE));
        assertThat(indicator.examine(story.evidence())).singleElement()
                .satisfies(finding -> assertThat(finding.multiplier()).isLessThan(1));
    }

    @Test
    void ignoresOrdinaryReading() {
        MailboxStory story = settled();
        story.with(access(story, "2026-11-21T03:00:00Z", ABROAD, MailAccess.Type.BIND, 10));
        assertThat(indicator.examine(story.evidence())).isEmpty();
    }
}
