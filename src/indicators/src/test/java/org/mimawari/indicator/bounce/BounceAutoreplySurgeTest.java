package org.mimawari.indicator.bounce;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
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
import org.mimawari.indicator.outgoing.SentStory;

class BounceAutoreplySurgeTest {

    private final BounceAutoreplySurge indicator = new BounceAutoreplySurge(scope());

    private static SentStory answered(int replies, String idHead) {
        var story = person(30);
        for (int i = 0; i < replies; i++) {
            story.receivesAnswer(Instant.parse(TUESDAY).plus(ofMinutes(i)).toString(), stranger(i), "Out of office",
                    idHead + i + ".abc@shop.example>", true);
        }
        return story;
    }

    @Test
    void findsAbsenceNotesForUnknownMailBuiltLikeOurs() {
        assertThat(answered(6, "<9000").findings(indicator)).singleElement().satisfies(finding -> {
            assertThat(finding.multiplier()).isEqualTo(1);
            assertThat(finding.reason().find("senders")).contains(new Fact.Number(6));
        });
    }

    @Test
    void countsLittleWhereTheSenderMayBeForged() {
        assertThat(answered(6, "<odd.thing.").findings(indicator).get(0).multiplier()).isEqualTo(0.3);
    }

    @Test
    void ignoresNotesForKnownMail() {
        var story = person(30).send(6, TUESDAY, ofSeconds(10), (letter, i) ->
                letter.id("<9000" + i + ".abc@shop.example>"));
        for (int i = 0; i < 6; i++) {
            story.receivesAnswer("2026-06-02T02:00:00Z", stranger(i), "Away", "<9000" + i + ".abc@shop.example>", true);
        }
        assertThat(story.findings(indicator)).isEmpty();
    }

    @Test
    void ignoresAnswersOfPeople() {
        var story = person(30);
        for (int i = 0; i < 6; i++) {
            story.receivesAnswer(TUESDAY, stranger(i), "Re: order", "<9000" + i + ".abc@shop.example>", false);
        }
        assertThat(story.findings(indicator)).isEmpty();
    }

    @Test
    void startsAtFive() {
        assertThat(answered(4, "<9000").findings(indicator)).isEmpty();
        assertThat(answered(5, "<9000").findings(indicator)).hasSize(1);
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.RECEIVED_MESSAGE).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
