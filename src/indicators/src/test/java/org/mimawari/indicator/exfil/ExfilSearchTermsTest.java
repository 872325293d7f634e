package org.mimawari.indicator.exfil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.exfil.AccessStory.ABROAD;
import static org.mimawari.indicator.exfil.AccessStory.OFFICE;
import static org.mimawari.indicator.exfil.AccessStory.search;
import static org.mimawari.indicator.exfil.AccessStory.settled;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.story.MailboxStory;

class ExfilSearchTermsTest {

    private final ExfilSearchTerms indicator = new ExfilSearchTerms();

    @Test
    void flagsSearchesForMoneyFromAnUnknownPlace() {
        MailboxStory story = settled();
        story.with(search(story, "2026-11-21T03:00:00Z", ABROAD, "請求書 口座"));
        assertThat(indicator.examine(story.evidence())).hasSize(1);
    }

    @Test
    void ignoresTheOwnersOwnSearches() {
        MailboxStory story = settled();
        story.with(search(story, "2026-11-21T03:00:00Z", OFFICE, "請求書 口座 password"));
        assertThat(indicator.examine(story.evidence())).isEmpty();
    }

    @Test
    void ignoresASingleOrdinaryWord() {
        MailboxStory story = settled();
        story.with(search(story, "2026-11-21T03:00:00Z", ABROAD, "lunch"));
        assertThat(indicator.examine(story.evidence())).isEmpty();
    }

    @Test
    void flagsVeryManySearches() {
        MailboxStory story = settled();
        for (int i = 0; i < 21; i++) {
            story.with(search(story, String.format("2026-11-21T03:%02d:00Z", i), ABROAD, "lunch"));
        }
        assertThat(indicator.examine(story.evidence())).hasSize(1);
    }
}
