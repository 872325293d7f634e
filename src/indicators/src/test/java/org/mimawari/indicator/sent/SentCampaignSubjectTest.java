package org.mimawari.indicator.sent;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.outgoing.SentStory.TUESDAY;
import static org.mimawari.indicator.outgoing.SentStory.person;
import static org.mimawari.indicator.outgoing.SentStory.scope;
import static org.mimawari.indicator.outgoing.SentStory.stranger;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Fact;
import org.mimawari.indicator.Level;

class SentCampaignSubjectTest {

    private final SentCampaignSubject indicator = new SentCampaignSubject(scope());

    @Test
    void findsOneSubjectUnderManyNames() {
        var story = person(30).send(30, TUESDAY, ofMinutes(1), (letter, i) -> letter.to(stranger(i))
                .subject("Re: Parcel no. " + i));

        assertThat(story.findings(indicator)).singleElement().satisfies(finding ->
                assertThat(finding.reason().find("messages")).contains(new Fact.Number(30)));
    }

    @Test
    void readsOverTheNameOfTheJapaneseCustomer() {
        List<String> names = List.of("山田", "鈴木", "佐藤");
        assertThat(person(30).send(30, TUESDAY, ofMinutes(1), (letter, i) -> letter.to(stranger(i))
                .subject(names.get(i % 3) + "様 ご請求の件")).findings(indicator)).hasSize(1);
    }

    @Test
    void ignoresASubjectUsedBefore() {
        assertThat(person(30).send(30, TUESDAY, ofMinutes(1), (letter, i) -> letter.to(stranger(i)))
                .findings(indicator)).isEmpty();
    }

    @Test
    void ignoresManySubjects() {
        assertThat(person(30).send(30, TUESDAY, ofMinutes(1), (letter, i) -> letter.to(stranger(i))
                .subject("Topic " + "abcdefghijklmnopqrstuvwxyzABCD".charAt(i) + "x".repeat(i))).findings(indicator))
                        .isEmpty();
    }

    @Test
    void startsAtTwentyMessages() {
        assertThat(person(30).floods(19, TUESDAY, ofMinutes(1)).findings(indicator)).isEmpty();
        assertThat(person(30).floods(20, TUESDAY, ofMinutes(1)).findings(indicator)).hasSize(1);
    }

    @Test
    void judgesFiftyToStrangersGraver() {
        assertThat(person(30).floods(50, TUESDAY, ofMinutes(1)).findings(indicator).get(0).level())
                .isEqualTo(Level.HIGH);
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.SENT_MESSAGE).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
