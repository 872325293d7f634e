package org.mimawari.indicator.sent;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.outgoing.SentStory.TUESDAY;
import static org.mimawari.indicator.outgoing.SentStory.person;
import static org.mimawari.indicator.outgoing.SentStory.scope;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.indicator.Assessment;

class SentUrgentMoneyTest {

    private final SentUrgentMoney indicator = new SentUrgentMoney(scope());

    @Test
    void findsAPleaToThreeAcquaintances() {
        assertThat(person(30).send(3, TUESDAY, ofMinutes(1), (letter, i) -> letter.to("partner" + i + "@client.example")
                .text("緊急で入院しました。電子マネーを購入して番号を送ってください。")).findings(indicator)).hasSize(1);
    }

    @Test
    void ignoresPressureWithoutMoney() {
        assertThat(person(30).send(3, TUESDAY, ofMinutes(1), (letter, i) -> letter.to("partner" + i + "@client.example")
                .text("至急ご確認ください。")).findings(indicator)).isEmpty();
    }

    @Test
    void ignoresMoneyWithoutPressure() {
        assertThat(person(30).send(3, TUESDAY, ofMinutes(1), (letter, i) -> letter.to("partner" + i + "@client.example")
                .text("奨学金の募集要項を送ります。")).findings(indicator)).isEmpty();
    }

    @Test
    void startsAtThreeAcquaintances() {
        assertThat(person(30).send(2, TUESDAY, ofMinutes(1), (letter, i) -> letter.to("partner" + i + "@client.example")
                .text("Urgent: I am in hospital, please buy gift cards")).findings(indicator)).isEmpty();
    }

    @Test
    void findsNothingWhereNoTextWasRead() {
        assertThat(person(30).send(3, TUESDAY, ofMinutes(1), (letter, i) -> letter.subject("urgent gift card"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.SENT_MESSAGE).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
