package org.mimawari.indicator.habit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;

import org.junit.jupiter.api.Test;

class EpisodesTest {

    @Test
    void endsAnEpisodeAfterThreeDaysOfSilence() {
        var signIns = mailbox("a@shop.example").signsIn("2024-05-01T00:00:00Z", "192.0.2.10", "JP")
                .signsIn("2024-05-04T00:00:00Z", "192.0.2.10", "JP").signsIn("2024-05-07T00:00:01Z", "192.0.2.10", "JP")
                .evidence().signIns();

        assertThat(Episodes.of(signIns, any -> "one")).extracting(episode -> episode.pieces().size())
                .containsExactly(2, 1);
    }

    @Test
    void gathersWhatGoesBeyondTwentyKeys() {
        var story = mailbox("a@shop.example");
        for (int i = 0; i < 100; i++) {
            story.signsIn("2024-05-01T00:%02d:00Z".formatted(i % 60), "203.0.113." + i, "NG");
        }
        var signIns = story.evidence().signIns();

        assertThat(Episodes.of(signIns, signIn -> signIn.ip().toString())).hasSize(21)
                .last().satisfies(rest -> assertThat(rest.pieces()).hasSize(80));
    }
}
