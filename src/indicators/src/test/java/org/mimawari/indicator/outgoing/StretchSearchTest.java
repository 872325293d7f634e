package org.mimawari.indicator.outgoing;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.outgoing.SentStory.TUESDAY;
import static org.mimawari.indicator.outgoing.SentStory.person;
import static org.mimawari.indicator.outgoing.SentStory.stranger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.MailboxKind;

class StretchSearchTest {

    @Test
    void isLinearInAHundredAndTwentyThousandMessages() {
        var story = person(30).floods(120_000, "2026-06-01T19:45:00Z", Duration.ofMillis(375));
        var mailings = story.outgoing().mailings();

        List<Stretch> found = new StretchSearch(mailings, ofMinutes(60), Mailing::added)
                .find((window, first, last) -> window.added() >= 20);

        assertThat(found).singleElement().satisfies(stretch -> {
            assertThat(stretch.volume().recipients()).isEqualTo(120_000);
            assertThat(stretch.from()).isEqualTo(Instant.parse("2026-06-01T19:45:00Z"));
            assertThat(stretch.to()).isEqualTo(Instant.parse("2026-06-02T08:14:59.625Z"));
        });
    }

    @Test
    void keepsBurstsOfDifferentDaysApart() {
        var story = person(30).floods(50, TUESDAY, ofSeconds(5));
        story.send(50, "2026-06-04T01:00:00Z", ofSeconds(5), (letter, i) -> letter.to(stranger(500 + i)));
        assertThat(new StretchSearch(story.outgoing().mailings(), ofMinutes(60), Mailing::added)
                .find((window, first, last) -> window.added() >= 20)).hasSize(2);
    }

    @Test
    void joinsWavesWithPausesOfLessThanTheWindow() {
        var story = person(30).floods(50, TUESDAY, ofSeconds(5));
        story.send(50, "2026-06-02T01:50:00Z", ofSeconds(5), (letter, i) -> letter.to(stranger(500 + i)));
        assertThat(new StretchSearch(story.outgoing().mailings(), ofMinutes(60), Mailing::added)
                .find((window, first, last) -> window.added() >= 20)).singleElement()
                .satisfies(stretch -> assertThat(stretch.volume().messages()).isGreaterThanOrEqualTo(100));
    }

    @Test
    void findsTheSameWhateverTheOrderOfTheEvidence() {
        var forward = person(30).floods(50, TUESDAY, ofSeconds(5)).outgoing();
        var other = SentStory.of("taro@shop.example").kind(MailboxKind.PERSON).floods(50, TUESDAY, ofSeconds(5))
                .lives(30);
        assertThat(other.outgoing().mailings().stream().map(Mailing::time).toList())
                .isEqualTo(forward.mailings().stream().map(Mailing::time).toList());
    }
}
