package org.mimawari.indicator.sent;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.outgoing.SentStory.TUESDAY;
import static org.mimawari.indicator.outgoing.SentStory.person;
import static org.mimawari.indicator.outgoing.SentStory.scope;
import static org.mimawari.indicator.outgoing.SentStory.stranger;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Fact;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class SentOffhoursTest {

    private final SentOffhours indicator = new SentOffhours(scope());

    /** Three in the morning of Wednesday, Tokyo. */
    private static final String NIGHT = "2026-06-02T18:00:00Z";

    @Test
    void findsARelayAtNight() {
        Finding finding = person(30).floods(40, NIGHT, ofMinutes(1)).findings(indicator).get(0);

        assertThat(finding.when().from()).contains(Instant.parse(NIGHT));
        assertThat(finding.reason().find("external")).contains(new Fact.Number(40));
    }

    @Test
    void judgesSixtyStrangersAtNightGraver() {
        assertThat(person(30).floods(60, NIGHT, ofMinutes(1)).findings(indicator).get(0).level()).isEqualTo(Level.HIGH);
    }

    @Test
    void ignoresTheSameMailByDay() {
        assertThat(person(30).floods(40, TUESDAY, ofMinutes(1)).findings(indicator)).isEmpty();
    }

    @Test
    void learnsANightShift() {
        var story = person(1).send(60, "2026-04-20T18:00:00Z", ofHours(24), (letter, i) -> { });
        story.send(40, "2026-06-18T18:05:00Z", ofMinutes(1), (letter, i) -> letter.to(stranger(i)));
        assertThat(story.findings(indicator)).isEmpty();
    }

    @Test
    void startsAtTwentyRecipients() {
        assertThat(person(30).floods(19, NIGHT, ofMinutes(1)).findings(indicator)).isEmpty();
        assertThat(person(30).floods(20, NIGHT, ofMinutes(1)).findings(indicator)).hasSize(1);
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.SENT_MESSAGE).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
