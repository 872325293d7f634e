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
import org.mimawari.indicator.outgoing.SentStory;

class SentLanguageShiftTest {

    private final SentLanguageShift indicator = new SentLanguageShift(scope());

    private static SentStory japanese() {
        return SentStory.of("taro@shop.example").lives(30, (letter, i) -> letter.subject("先日のご注文についてのお知らせ"));
    }

    @Test
    void findsCyrillicFromAJapaneseMailbox() {
        assertThat(japanese().send(5, TUESDAY, ofMinutes(5), (letter, i) ->
                letter.subject("Срочно подтвердите ваш заказ"))
                .findings(indicator)).singleElement().satisfies(finding -> assertThat(finding.reason().find("script"))
                        .contains(new Fact.Text("Cyrillic")));
    }

    @Test
    void ignoresSubjectsWithoutKana() {
        assertThat(japanese().send(5, TUESDAY, ofMinutes(5), (letter, i) -> letter.subject("請求書送付御案内株式会社見積"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void ignoresAScriptUsedBefore() {
        var story = japanese().send("2026-05-20T01:00:00Z", letter -> letter.subject("About your order of May"));
        assertThat(story.send(5, TUESDAY, ofMinutes(5), (letter, i) -> letter.subject("About your order of May"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void startsAtFiveMessages() {
        assertThat(japanese().send(4, TUESDAY, ofMinutes(5), (letter, i) -> letter.subject("About your order of May"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.SENT_MESSAGE).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
