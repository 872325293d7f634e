package org.mimawari.indicator.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Changes;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Policy;

class AccessOauthRareTest {

    private final AccessOauthRare indicator = new AccessOauthRare(Policy.forDomains(OwnDomains.of("shop.example")));

    @Test
    void findsAnApplicationOfOneMailbox() {
        assertThat(found(indicator, organisation(8, 1))).singleElement().extracting(Finding::level)
                .isEqualTo(Level.MEDIUM);
    }

    @Test
    void ignoresAnApplicationOfThree() {
        assertThat(found(indicator, organisation(8, 3))).isEmpty();
    }

    @Test
    void saysNothingInATinyOrganisation() {
        assertThat(found(indicator, organisation(4, 1))).isEmpty();
    }

    @Test
    void isWeightierAfterASuspiciousSignIn() {
        MailboxStory[] stories = organisation(8, 1);
        stories[0].signsIn("2024-05-21T17:30:00Z", "203.0.113.7", "NG");

        assertThat(found(indicator, stories)).singleElement().satisfies(finding ->
                assertThat(finding.multiplier()).isGreaterThan(1));
    }

    private static MailboxStory[] organisation(int mailboxes, int users) {
        return IntStream.range(0, mailboxes).mapToObj(i -> {
            var story = mailbox("user%02d@shop.example".formatted(i)).livesQuietly("2024-05-01", 4);
            return i < users ? Changes.in(story).grants("2024-05-21T18:00:00Z", "app", "Planner", "Mail.Read") : story;
        }).toArray(MailboxStory[]::new);
    }
}
