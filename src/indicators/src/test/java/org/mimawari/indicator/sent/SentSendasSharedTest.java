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

class SentSendasSharedTest {

    private final SentSendasShared indicator = new SentSendasShared(scope());

    @Test
    void findsTenMessagesInTheNameOfADepartment() {
        assertThat(person(30).send(10, TUESDAY, ofMinutes(5), (letter, i) -> letter.from("keiri@shop.example"))
                .findings(indicator)).singleElement().satisfies(finding -> assertThat(finding.reason().find("name"))
                        .contains(new Fact.Text("keiri@shop.example")));
    }

    @Test
    void ignoresTheOwnName() {
        assertThat(person(30).send(30, TUESDAY, ofMinutes(5), (letter, i) -> { }).findings(indicator)).isEmpty();
    }

    @Test
    void ignoresADepartmentItAlwaysWritesFor() {
        var story = person(30).send("2026-05-20T01:00:00Z", letter -> letter.from("keiri@shop.example"));
        assertThat(story.send(10, TUESDAY, ofMinutes(5), (letter, i) -> letter.from("keiri@shop.example"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void startsAtTenMessages() {
        assertThat(person(30).send(9, TUESDAY, ofMinutes(5), (letter, i) -> letter.from("keiri@shop.example"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.SENT_MESSAGE).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
