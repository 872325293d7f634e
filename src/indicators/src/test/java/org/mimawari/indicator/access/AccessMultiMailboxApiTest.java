package org.mimawari.indicator.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Changes;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Policy;

class AccessMultiMailboxApiTest {

    private final AccessMultiMailboxApi indicator =
            new AccessMultiMailboxApi(Policy.forDomains(OwnDomains.of("shop.example")));

    @Test
    void findsSixMailboxesAtOnce() {
        assertThat(found(indicator, read(6, "2024-05-21T18:00:00Z"))).singleElement().extracting(Finding::level)
                .isEqualTo(Level.HIGH);
    }

    @Test
    void ignoresFiveMailboxes() {
        assertThat(found(indicator, read(5, "2024-05-21T18:00:00Z"))).isEmpty();
    }

    @Test
    void ignoresANightlyBackup() {
        assertThat(found(indicator, read(6, "2024-05-18T18:00:00Z", "2024-05-19T18:00:00Z", "2024-05-20T18:00:00Z",
                "2024-05-21T18:00:00Z"))).isEmpty();
    }

    private static MailboxStory[] read(int mailboxes, String... times) {
        return IntStream.range(0, mailboxes).mapToObj(i -> {
            var story = mailbox("user%02d@shop.example".formatted(i));
            for (String time : times) {
                Changes.in(story).by("app", Actor.Role.UNKNOWN, "203.0.113.7", "")
                        .reads(MailAccess.Type.API, time, Optional.of("app-1"));
            }
            return story;
        }).toArray(MailboxStory[]::new);
    }
}
