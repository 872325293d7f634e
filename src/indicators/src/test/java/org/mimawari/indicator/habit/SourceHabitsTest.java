package org.mimawari.indicator.habit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.story.MailboxStory;

class SourceHabitsTest {

    @Test
    void takesTheOfficeForHabitualAfterThreeDays() {
        var story = mailbox("a@shop.example").livesQuietly("2024-05-01", 3)
                .signsIn("2024-05-04T00:00:00Z", "192.0.2.99", "JP");

        assertThat(last(story)).isTrue();
    }

    @Test
    void doesNotTakeTwoDaysForAHabit() {
        var story = mailbox("a@shop.example").livesQuietly("2024-05-01", 2)
                .signsIn("2024-05-03T00:00:00Z", "192.0.2.10", "JP");

        assertThat(last(story)).isFalse();
    }

    @Test
    void doesNotTakeAnIntruderWhoStaysAWeekForTheOwner() {
        var story = mailbox("a@shop.example").livesQuietly("2024-05-01", 20);
        for (int day = 21; day < 29; day++) {
            story.signsIn("2024-05-" + day + "T18:00:00Z", "203.0.113.7", "NG");
        }

        assertThat(last(story)).isFalse();
    }

    @Test
    void learnsNothingFromAnIntruderWhileTheIncidentIsOpen() {
        var story = mailbox("a@shop.example").livesQuietly("2024-05-01", 20);
        for (int day = 1; day < 30; day++) {
            story.signsIn(String.format("2024-06-%02dT18:00:00Z", day), "203.0.113.7", "NG");
        }
        story.signsIn("2024-06-30T18:00:00Z", "203.0.113.7", "NG");
        MailboxEvidence all = story.evidence();
        MailboxEvidence.Builder again = MailboxEvidence.of(all.mailbox().orElseThrow())
                .openIncident(Optional.of(Instant.parse("2024-06-01T00:00:00Z")));
        all.all().forEach(again::add);
        MailboxEvidence open = again.build();

        assertThat(SourceHabits.of(all).isHabitual(all.signIns().get(all.signIns().size() - 1))).isTrue();
        assertThat(SourceHabits.of(open).isHabitual(open.signIns().get(open.signIns().size() - 1))).isFalse();
        assertThat(SourceHabits.of(open).isHabitual(new IpAddress("192.0.2.10"), Instant.parse("2024-06-30T00:00:00Z"))).isTrue();
    }

    private static boolean last(MailboxStory story) {
        var evidence = story.evidence();
        var signIns = evidence.signIns();
        return SourceHabits.of(evidence).isHabitual(signIns.get(signIns.size() - 1));
    }
}
