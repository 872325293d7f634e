package org.mimawari.indicator.exfil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.exfil.AccessStory.ABROAD;
import static org.mimawari.indicator.exfil.AccessStory.OFFICE;
import static org.mimawari.indicator.exfil.AccessStory.access;
import static org.mimawari.indicator.exfil.AccessStory.settled;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.story.MailboxStory;

class ExfilPopAllTest {

    private final ExfilPopAll indicator = new ExfilPopAll();

    private static MailboxStory session(String ip, long items) {
        MailboxStory story = settled();
        return story.with(access(story, "2026-11-21T03:00:00Z", ip, MailAccess.Type.POP_SESSION, items));
    }

    @Test
    void flagsAWholeMailboxFetchedFromAnUnknownAddress() {
        assertThat(indicator.examine(session(ABROAD, 500).evidence())).hasSize(1);
    }

    @Test
    void ignoresOneMessageLess() {
        assertThat(indicator.examine(session(ABROAD, 499).evidence())).isEmpty();
    }

    @Test
    void ignoresTheOwnersOffice() {
        assertThat(indicator.examine(session(OFFICE, 500).evidence())).isEmpty();
    }
}
