package org.mimawari.indicator.sent;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.outgoing.SentStory.TUESDAY;
import static org.mimawari.indicator.outgoing.SentStory.person;
import static org.mimawari.indicator.outgoing.SentStory.scope;
import static org.mimawari.indicator.outgoing.SentStory.stranger;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Fact;
import org.mimawari.indicator.outgoing.SentStory;

class SentQueueGrowthTest {

    private final SentQueueGrowth indicator = new SentQueueGrowth(scope());

    private static SentStory deferred(int messages, int share) {
        return person(30).send(messages, TUESDAY, ofSeconds(5), (letter, i) -> letter.to(stranger(i)).log()
                .deferred(i % share == 0 ? 1 : 0));
    }

    @Test
    void findsAQueueThatGrows() {
        assertThat(deferred(300, 1).findings(indicator)).singleElement().satisfies(finding ->
                assertThat(finding.reason().find("deferred")).contains(new Fact.Number(300)));
    }

    @Test
    void ignoresAFewAmongMany() {
        assertThat(deferred(600, 3).findings(indicator)).isEmpty();
    }

    @Test
    void ignoresGreylisting() {
        assertThat(deferred(150, 1).findings(indicator)).isEmpty();
    }

    @Test
    void startsAtTwoHundred() {
        assertThat(deferred(199, 1).findings(indicator)).isEmpty();
        assertThat(deferred(200, 1).findings(indicator)).hasSize(1);
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.SENT_MESSAGE).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
