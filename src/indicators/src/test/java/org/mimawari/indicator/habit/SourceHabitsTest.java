package org.mimawari.indicator.habit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;

import org.junit.jupiter.api.Test;
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

    private static boolean last(MailboxStory story) {
        var evidence = story.evidence();
        var signIns = evidence.signIns();
        return SourceHabits.of(evidence).isHabitual(signIns.get(signIns.size() - 1));
    }
}
