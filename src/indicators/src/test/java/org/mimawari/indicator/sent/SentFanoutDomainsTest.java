package org.mimawari.indicator.sent;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.outgoing.SentStory.TUESDAY;
import static org.mimawari.indicator.outgoing.SentStory.person;
import static org.mimawari.indicator.outgoing.SentStory.scope;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Fact;

class SentFanoutDomainsTest {

    private final SentFanoutDomains indicator = new SentFanoutDomains(scope());

    private static List<String> organisations(int count) {
        return IntStream.range(0, count).mapToObj(i -> "someone@org" + i + ".test").toList();
    }

    @Test
    void findsTenOrganisationsInOneMessage() {
        assertThat(person(30).send(TUESDAY, letter -> letter.to(organisations(10))).findings(indicator)).singleElement()
                .satisfies(finding -> assertThat(finding.reason().find("domains")).contains(new Fact.Number(10)));
    }

    @Test
    void findsThirtyOrganisationsWithinAnHour() {
        assertThat(person(30).send(35, TUESDAY, ofMinutes(1), (letter, i) -> letter.to("a@org" + i + ".test"))
                .findings(indicator)).hasSize(1);
    }

    @Test
    void ignoresManyPeopleOfFewOrganisations() {
        assertThat(person(30).send(60, TUESDAY, ofMinutes(1), (letter, i) ->
                letter.to("a" + i + "@org" + i % 5 + ".test"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void ignoresOrganisationsTheMailboxKnows() {
        var story = person(30).send("2026-05-20T01:00:00Z", letter -> letter.to(organisations(9)));
        assertThat(story.send(TUESDAY, letter -> letter.to(organisations(9))).findings(indicator)).isEmpty();
    }

    @Test
    void startsAtTenOrganisations() {
        assertThat(person(30).send(TUESDAY, letter -> letter.to(organisations(9))).findings(indicator)).isEmpty();
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.SENT_MESSAGE).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
