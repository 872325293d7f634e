package org.mimawari.indicator.sent;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.outgoing.SentStory.TUESDAY;
import static org.mimawari.indicator.outgoing.SentStory.person;
import static org.mimawari.indicator.outgoing.SentStory.scope;
import static org.mimawari.indicator.outgoing.SentStory.stranger;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Fact;
import org.mimawari.indicator.Level;

class SentSlowNovelTest {

    private final SentSlowNovel indicator = new SentSlowNovel(scope());

    @Test
    void findsTwelveAnHourForTwoDaysAsOneFinding() {
        var story = person(30).floods(576, "2026-06-02T00:00:00Z", ofMinutes(5));

        assertThat(story.findings(indicator)).singleElement().satisfies(finding -> {
            assertThat(finding.reason().find("strangers")).contains(new Fact.Number(576));
            assertThat(finding.level()).isEqualTo(Level.HIGH);
        });
    }

    @Test
    void ignoresTheSameNumberOfLettersToPartners() {
        assertThat(person(30).send(576, TUESDAY, ofMinutes(5), (letter, i) -> letter
                .to("partner" + i % 12 + "@client.example")).findings(indicator)).isEmpty();
    }

    @Test
    void ignoresCustomersWhoWroteFirst() {
        var story = person(30);
        for (int i = 0; i < 200; i++) {
            story.receives("2026-06-01T03:00:00Z", stranger(i), "Question");
        }
        assertThat(story.floods(200, TUESDAY, ofMinutes(5)).findings(indicator)).isEmpty();
    }

    @Test
    void allowsTwiceTheMostOfADayBefore() {
        var story = person(30).floods(50, "2026-05-20T01:00:00Z", ofMinutes(5));
        story.send(99, TUESDAY, ofMinutes(5), (letter, i) -> letter.to(stranger(1_000 + i)));
        assertThat(story.findings(indicator)).isEmpty();
    }

    @Test
    void startsAtSixtyStrangers() {
        assertThat(person(30).floods(59, TUESDAY, ofMinutes(6)).findings(indicator)).isEmpty();
        assertThat(person(30).floods(60, TUESDAY, ofMinutes(6)).findings(indicator)).hasSize(1);
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.SENT_MESSAGE).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
