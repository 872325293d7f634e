package org.mimawari.indicator.sent;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.outgoing.SentStory.TUESDAY;
import static org.mimawari.indicator.outgoing.SentStory.person;
import static org.mimawari.indicator.outgoing.SentStory.scope;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Fact;

class SentLookalikeThreadTest {

    private final SentLookalikeThread indicator = new SentLookalikeThread(scope());

    @Test
    void findsAPartnerSwappedForAnImitation() {
        var story = person(30).receives("2026-06-01T02:00:00Z", "buyer@northwind.example", "Invoice 12");
        assertThat(story.send(TUESDAY, letter -> letter.to("buyer@northwlnd.example").subject("Re: Invoice 12"))
                .findings(indicator)).singleElement().satisfies(finding -> assertThat(finding.reason().find("imitated"))
                        .contains(new Fact.Text("northwind.example")));
    }

    @Test
    void ignoresThePartnerHimself() {
        var story = person(30).receives("2026-06-01T02:00:00Z", "buyer@northwind.example", "Invoice 12");
        assertThat(story.send(TUESDAY, letter -> letter.to("chief@northwind.example").subject("Re: Invoice 12"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void ignoresAnotherPartnerInCopy() {
        var story = person(30).receives("2026-06-01T02:00:00Z", "buyer@northwind.example", "Invoice 12");
        assertThat(story.send(TUESDAY, letter -> letter.to("law@advocates.example").subject("Re: Invoice 12"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void ignoresBulkMailUnderOneSubject() {
        assertThat(person(30).send(100, TUESDAY, ofMinutes(1), (letter, i) -> letter.to("a@northwind" + i + ".example")
                .subject("Re: Invoice 12")).findings(indicator)).hasSizeLessThan(12);
    }

    @Test
    void asksForARunningConversation() {
        var story = person(30).receives("2026-06-01T02:00:00Z", "buyer@northwind.example", "Invoice 12");
        assertThat(story.send(TUESDAY, letter -> letter.to("buyer@northwlnd.example").subject("Good morning"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.SENT_MESSAGE).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
