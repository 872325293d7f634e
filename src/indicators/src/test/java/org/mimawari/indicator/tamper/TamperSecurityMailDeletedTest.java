package org.mimawari.indicator.tamper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.exfil.AccessStory.ABROAD;
import static org.mimawari.indicator.exfil.AccessStory.OFFICE;
import static org.mimawari.indicator.exfil.AccessStory.settled;
import static org.mimawari.indicator.tamper.RemovalStory.removal;
import static org.mimawari.indicator.tamper.RemovalStory.subject;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Level;

class TamperSecurityMailDeletedTest {

    private final TamperSecurityMailDeleted indicator = new TamperSecurityMailDeleted();

    @Test
    void flagsNoticesDeletedFromAnUnknownPlace() {
        MailboxStory story = settled();
        story.with(removal(story, "2026-11-21T03:00:00Z", ABROAD, MailRemoval.Type.HARD_DELETE, subject("新しいデバイスからのログイン")));
        assertThat(indicator.examine(story.evidence())).singleElement()
                .satisfies(finding -> assertThat(finding.level()).isEqualTo(Level.LOW));
    }

    @Test
    void isGraveWhereMailAboutMoneyWentToo() {
        MailboxStory story = settled();
        story.with(removal(story, "2026-11-21T03:00:00Z", ABROAD, MailRemoval.Type.HARD_DELETE, subject("Password reset")));
        story.with(removal(story, "2026-11-21T05:00:00Z", ABROAD, MailRemoval.Type.HARD_DELETE, subject("給与振込のお知らせ")));
        assertThat(indicator.examine(story.evidence())).singleElement()
                .satisfies(finding -> assertThat(finding.level()).isEqualTo(Level.HIGH));
    }

    @Test
    void ignoresOneTimeCodesTheOwnerDeletes() {
        MailboxStory story = settled();
        story.with(removal(story, "2026-11-21T03:00:00Z", OFFICE, MailRemoval.Type.HARD_DELETE, subject("認証コード")));
        assertThat(indicator.examine(story.evidence())).isEmpty();
    }

    @Test
    void ignoresOrdinaryMail() {
        MailboxStory story = settled();
        story.with(removal(story, "2026-11-21T03:00:00Z", ABROAD, MailRemoval.Type.HARD_DELETE, subject("Lunch")));
        assertThat(indicator.examine(story.evidence())).isEmpty();
    }
}
