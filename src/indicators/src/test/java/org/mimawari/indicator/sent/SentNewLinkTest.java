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

class SentNewLinkTest {

    private final SentNewLink indicator = new SentNewLink(scope());

    @Test
    void findsALinkNeverSentBefore() {
        assertThat(person(30).send(12, TUESDAY, ofMinutes(2), (letter, i) -> letter.to(stranger(i))
                .link("pay.parcel.test")).findings(indicator)).singleElement().satisfies(finding ->
                assertThat(finding.reason().find("domain")).contains(new Fact.Text("pay.parcel.test")));
    }

    @Test
    void weighsAPlaceWhereAnybodyMayPutAPageHeavier() {
        assertThat(person(30).send(12, TUESDAY, ofMinutes(2), (letter, i) -> letter.to(stranger(i))
                .link("parcel.pages.dev")).findings(indicator).get(0).multiplier()).isGreaterThan(1);
    }

    @Test
    void ignoresLinksToTheOwnSite() {
        assertThat(person(30).send(12, TUESDAY, ofMinutes(2), (letter, i) -> letter.to(stranger(i))
                .link("www.shop.example")).findings(indicator)).isEmpty();
    }

    @Test
    void ignoresALinkOfEarlierMail() {
        var story = person(30).send("2026-05-20T01:00:00Z", letter -> letter.link("survey.test"));
        assertThat(story.send(12, TUESDAY, ofMinutes(2), (letter, i) -> letter.link("survey.test"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void startsAtTenMessagesInAnHour() {
        assertThat(person(30).send(9, TUESDAY, ofMinutes(2), (letter, i) -> letter.link("parcel.test"))
                .findings(indicator)).isEmpty();
        assertThat(person(30).send(30, TUESDAY, ofMinutes(10), (letter, i) -> letter.link("parcel.test"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.SENT_MESSAGE).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
