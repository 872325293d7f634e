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

class SentQrHtmlAttachTest {

    private final SentQrHtmlAttach indicator = new SentQrHtmlAttach(scope());

    @Test
    void findsTheFirstPagesSentAsFiles() {
        assertThat(person(30).send(5, TUESDAY, ofMinutes(5), (letter, i) -> letter.to(stranger(i))
                .attachment("Invoice " + i + ".HTML")).findings(indicator)).singleElement().satisfies(finding ->
                assertThat(finding.reason().find("kind")).contains(new Fact.Text(".html")));
    }

    @Test
    void ignoresOrdinaryFiles() {
        assertThat(person(30).send(5, TUESDAY, ofMinutes(5), (letter, i) -> letter.to(stranger(i))
                .attachment("Invoice.pdf")).findings(indicator)).isEmpty();
    }

    @Test
    void ignoresAKindSentBefore() {
        var story = person(30).send("2026-05-20T01:00:00Z", letter -> letter.attachment("report.html"));
        assertThat(story.send(5, TUESDAY, ofMinutes(5), (letter, i) -> letter.attachment("report.html"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void startsAtFiveRecipients() {
        assertThat(person(30).send(4, TUESDAY, ofMinutes(5), (letter, i) -> letter.attachment("a.svg"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.SENT_MESSAGE).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
