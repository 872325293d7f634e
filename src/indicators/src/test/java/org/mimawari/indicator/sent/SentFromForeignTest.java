package org.mimawari.indicator.sent;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.outgoing.SentStory.TUESDAY;
import static org.mimawari.indicator.outgoing.SentStory.person;
import static org.mimawari.indicator.outgoing.SentStory.scope;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.SendAsAddress;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Fact;

class SentFromForeignTest {

    private final SentFromForeign indicator = new SentFromForeign(scope());

    @Test
    void findsMailUnderForeignNames() {
        assertThat(person(30).send(5, TUESDAY, ofMinutes(1), (letter, i) -> letter.from("ceo" + i + "@bank.test"))
                .findings(indicator)).singleElement().satisfies(finding ->
                assertThat(finding.reason().find("messages")).contains(new Fact.Number(5)));
    }

    @Test
    void ignoresAnAliasTheMailboxWasGiven() {
        var story = person(30).with(told -> new SendAsAddress(told.undated(), "taro@brand.test", Optional.empty(),
                Optional.empty(), Optional.empty(), true, Change.PRESENT, Actor.UNKNOWN));
        assertThat(story.send(5, TUESDAY, ofMinutes(1), (letter, i) -> letter.from("taro@brand.test"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void ignoresAGatewayThatAlwaysDoesSo() {
        assertThat(person(1).lives(30, (letter, i) -> letter.from("list@club.test"))
                .send(5, TUESDAY, ofMinutes(1), (letter, i) -> letter.from("list@club.test")).findings(indicator))
                .noneMatch(finding -> finding.when().from().filter(Instant.parse(TUESDAY)::equals).isPresent());
    }

    @Test
    void startsAtThreeMessages() {
        assertThat(person(30).send(2, TUESDAY, ofMinutes(1), (letter, i) -> letter.from("ceo@bank.test"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.SENT_MESSAGE).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
