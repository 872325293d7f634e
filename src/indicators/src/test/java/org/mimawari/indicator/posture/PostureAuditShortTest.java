package org.mimawari.indicator.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.MailboxProfile;
import org.mimawari.evidence.Parameter;
import org.mimawari.evidence.story.MailboxStory;

class PostureAuditShortTest {

    private final PostureAuditShort indicator = new PostureAuditShort();

    private static MailboxStory audited(String value) {
        MailboxStory story = mailbox("a@shop.example");
        return story.with(new MailboxProfile(story.undated(), MailboxKind.PERSON, Optional.empty(), List.of(),
                List.of(new Parameter("AuditEnabled", value))));
    }

    @Test
    void namesAMailboxThatIsNotAudited() {
        assertThat(indicator.examine(audited("False").evidence())).hasSize(1);
    }

    @Test
    void ignoresOneThatIs() {
        assertThat(indicator.examine(audited("True").evidence())).isEmpty();
    }
}
