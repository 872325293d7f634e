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

class SentFakeThreadTest {

    private final SentFakeThread indicator = new SentFakeThread(scope());

    @Test
    void findsAnswersToNothing() {
        assertThat(person(30).send(5, TUESDAY, ofMinutes(1), (letter, i) -> letter.to(stranger(i))
                .subject("Re: Invoice"))
                .findings(indicator)).hasSize(1);
    }

    @Test
    void ignoresRealAnswers() {
        var story = person(30).send("2026-06-01T01:00:00Z", letter -> letter.id("<real@shop.example>"));
        assertThat(story.send(5, TUESDAY, ofMinutes(1), (letter, i) -> letter.to(stranger(i)).subject("Re: Offer")
                .inReplyTo("<real@shop.example>")).findings(indicator)).isEmpty();
    }

    @Test
    void ignoresAnswersToPartnersWithoutReferences() {
        assertThat(person(30).send(5, TUESDAY, ofMinutes(1), (letter, i) -> letter.subject("Re: Offer"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void ignoresALogThatShowsNoReferences() {
        assertThat(person(30).send(5, TUESDAY, ofMinutes(1), (letter, i) -> letter.to(stranger(i))
                .subject("Re: Offer").log())
                .findings(indicator)).isEmpty();
    }

    @Test
    void startsAtThreeStrangers() {
        assertThat(person(30).send(2, TUESDAY, ofMinutes(1), (letter, i) -> letter.to(stranger(i)).subject("Re: Offer"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.SENT_MESSAGE).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
