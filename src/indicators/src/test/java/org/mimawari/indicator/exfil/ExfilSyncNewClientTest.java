package org.mimawari.indicator.exfil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.exfil.AccessStory.ABROAD;
import static org.mimawari.indicator.exfil.AccessStory.OFFICE;
import static org.mimawari.indicator.exfil.AccessStory.access;
import static org.mimawari.indicator.exfil.AccessStory.settled;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Examiner;

class ExfilSyncNewClientTest {

    private final ExfilSyncNewClient indicator = new ExfilSyncNewClient();

    @Test
    void flagsAFolderSynchronisedToAnUnknownPlace() {
        MailboxStory story = settled();
        story.with(access(story, "2026-11-21T03:00:00Z", ABROAD, MailAccess.Type.SYNC, 1_900));
        assertThat(indicator.examine(story.evidence())).singleElement()
                .satisfies(finding -> assertThat(finding.reason().toString()).contains("1900", ABROAD));
    }

    @Test
    void ignoresTheOwnersOwnClient() {
        MailboxStory story = settled();
        story.with(access(story, "2026-11-21T03:00:00Z", OFFICE, MailAccess.Type.SYNC, 1_900));
        assertThat(indicator.examine(story.evidence())).isEmpty();
    }

    @Test
    void ignoresMessagesOpenedOneByOne() {
        MailboxStory story = settled();
        story.with(access(story, "2026-11-21T03:00:00Z", ABROAD, MailAccess.Type.BIND, 3));
        assertThat(indicator.examine(story.evidence())).isEmpty();
    }

    @Test
    void callsNothingNewWithoutAHistory() {
        MailboxStory story = mailbox("new@shop.example");
        story.with(access(story, "2026-11-21T03:00:00Z", ABROAD, MailAccess.Type.SYNC, 1_900));
        assertThat(indicator.examine(story.evidence())).isEmpty();
    }

    @Test
    void manySynchronisationsAreOneFinding() {
        MailboxStory story = settled();
        for (int i = 0; i < 500; i++) {
            story.with(access(story, "2026-11-21T0" + i % 10 + ":00:00Z", ABROAD, MailAccess.Type.SYNC, 1));
        }
        assertThat(indicator.examine(story.evidence())).hasSize(1);
    }

    @Test
    void isNotAssessedWithoutAccessRecords() {
        assertThat(new Examiner(List.of(indicator)).assess(settled().without(EvidenceKind.MAIL_ACCESS).evidence()))
                .singleElement().isInstanceOf(Assessment.NotAssessed.class);
    }
}
