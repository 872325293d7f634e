package org.mimawari.indicator.sent;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.outgoing.SentStory.TUESDAY;
import static org.mimawari.indicator.outgoing.SentStory.person;
import static org.mimawari.indicator.outgoing.SentStory.scope;
import static org.mimawari.indicator.outgoing.SentStory.stranger;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Fact;

class SentCampaignSimhashTest {

    private final SentCampaignSimhash indicator = new SentCampaignSimhash(scope());

    private static final String LURE = "We could not deliver your parcel because the street was missing in the address. "
            + "Please confirm your address and pay the small fee for the second delivery on the page of our partner. "
            + "If you do not answer the parcel goes back to the sender, and the fee for storage is yours to pay.";

    @Test
    void findsOneTextUnderManySubjects() {
        var story = person(30).send(25, TUESDAY, ofMinutes(1), (letter, i) -> letter.to(stranger(i))
                .subject("Topic " + i).text("Dear customer " + i + "\n" + LURE));

        assertThat(story.findings(indicator)).singleElement().satisfies(finding ->
                assertThat(finding.reason().find("messages")).contains(new Fact.Number(25)));
    }

    @Test
    void ignoresATemplateUsedBefore() {
        var story = person(30).send(1, "2026-05-20T01:00:00Z", ofMinutes(1), (letter, i) -> letter.text(LURE));
        assertThat(story.send(25, TUESDAY, ofMinutes(1), (letter, i) -> letter.to(stranger(i)).text(LURE))
                .findings(indicator)).isEmpty();
    }

    @Test
    void ignoresLettersWrittenAnew() {
        Random random = new Random(1);
        assertThat(person(30).send(25, TUESDAY, ofMinutes(1), (letter, i) -> letter.to(stranger(i))
                .text(random.ints(200, 'a', 'z').collect(StringBuilder::new, StringBuilder::appendCodePoint,
                        StringBuilder::append).toString())).findings(indicator)).isEmpty();
    }

    @Test
    void startsAtTwentyMessages() {
        assertThat(person(30).send(19, TUESDAY, ofMinutes(1), (letter, i) -> letter.to(stranger(i)).text(LURE))
                .findings(indicator)).isEmpty();
    }

    @Test
    void findsNothingWhereNoTextWasRead() {
        assertThat(person(30).floods(25, TUESDAY, ofMinutes(1)).findings(indicator)).isEmpty();
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.SENT_MESSAGE).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
