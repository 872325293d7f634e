package org.mimawari.indicator.habit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.story.MailboxStory;

class AcquaintanceTest {

    @Test
    void knowsWhatBelongsToTheFirstDays() {
        var countries = countries(mailbox("a@shop.example").livesQuietly("2024-05-01", 5));

        assertThat(countries.knows("JP", on("2024-05-05"))).isTrue();
    }

    @Test
    void doesNotKnowAnIntruderWhoStaysTenDays() {
        var story = mailbox("a@shop.example").livesQuietly("2024-05-01", 20);
        for (int day = 20; day < 30; day++) {
            story.signsIn("2024-05-" + day + "T18:00:00Z", "203.0.113.7", "NG");
        }

        assertThat(countries(story).knows("NG", on("2024-05-30"))).isFalse();
    }

    @Test
    void knowsACountryAfterTwoWeeksAndThreeDays() {
        var story = mailbox("a@shop.example").livesQuietly("2024-05-01", 30);
        for (String day : List.of("10", "11", "12")) {
            story.signsIn("2024-05-" + day + "T18:00:00Z", "203.0.113.7", "SG");
        }

        assertThat(countries(story).knows("SG", on("2024-05-25"))).isTrue();
    }

    @Test
    void judgesOnlyByWhatCameBefore() {
        var countries = countries(mailbox("a@shop.example").livesQuietly("2024-05-01", 20));

        assertThat(countries.knows("JP", Instant.parse("2024-04-30T00:00:00Z"))).isFalse();
        assertThat(countries.hasHistory(on("2024-05-03"))).isFalse();
        assertThat(countries.hasHistory(on("2024-05-04"))).isTrue();
    }

    private static Acquaintance countries(MailboxStory story) {
        return Acquaintance.of(story.evidence().signIns(), signIn -> signIn.place().country());
    }

    private static Instant on(String day) {
        return Instant.parse(day + "T12:00:00Z");
    }
}
