package org.mimawari.indicator.tamper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.exfil.AccessStory.ABROAD;
import static org.mimawari.indicator.exfil.AccessStory.OFFICE;
import static org.mimawari.indicator.exfil.AccessStory.settled;
import static org.mimawari.indicator.tamper.RemovalStory.message;
import static org.mimawari.indicator.tamper.RemovalStory.removal;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.story.MailboxStory;

class TamperSentDeletedTest {

    private final TamperSentDeleted indicator = new TamperSentDeleted();

    private static MailboxStory sendsAndDeletes(int messages, String ip, String deletedAt) {
        MailboxStory story = settled();
        for (int i = 0; i < messages; i++) {
            SentMessage sent = MailboxStory.sent(story.at("2026-11-21T03:00:00Z"), "x", List.of("a@elsewhere.example"), Optional.empty());
            story.with(sent);
            story.with(removal(story, deletedAt, ip, MailRemoval.Type.HARD_DELETE, message(sent.messageId().orElseThrow())));
        }
        return story;
    }

    @Test
    void flagsSentMailDeletedWithinTheHour() {
        assertThat(indicator.examine(sendsAndDeletes(5, ABROAD, "2026-11-21T03:30:00Z").evidence())).hasSize(1);
    }

    @Test
    void ignoresMailDeletedLater() {
        assertThat(indicator.examine(sendsAndDeletes(5, ABROAD, "2026-11-21T04:00:01Z").evidence())).isEmpty();
    }

    @Test
    void ignoresOneOrTwoMessages() {
        assertThat(indicator.examine(sendsAndDeletes(2, ABROAD, "2026-11-21T03:30:00Z").evidence())).isEmpty();
    }

    @Test
    void countsTheOwnersOwnTidinessForLess() {
        assertThat(indicator.examine(sendsAndDeletes(5, OFFICE, "2026-11-21T03:30:00Z").evidence())).singleElement()
                .satisfies(finding -> assertThat(finding.multiplier()).isLessThan(1));
    }
}
