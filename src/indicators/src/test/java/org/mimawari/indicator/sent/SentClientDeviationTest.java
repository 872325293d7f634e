package org.mimawari.indicator.sent;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.outgoing.SentStory.TUESDAY;
import static org.mimawari.indicator.outgoing.SentStory.person;
import static org.mimawari.indicator.outgoing.SentStory.scope;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.outgoing.SentStory;

class SentClientDeviationTest {

    private final SentClientDeviation indicator = new SentClientDeviation(scope());

    private static SentStory outlook() {
        return SentStory.of("taro@shop.example").lives(30, (letter, i) -> letter.client("Microsoft Outlook 16.0"));
    }

    @Test
    void findsThreeMessagesOfAnotherProgram() {
        assertThat(outlook().send(3, TUESDAY, ofMinutes(1), (letter, i) -> letter.client("PHPMailer 5.2")
                .id("<" + "a".repeat(8) + i + "$x$9@vps.test>")).findings(indicator)).hasSize(1);
    }

    @Test
    void ignoresANewVersionOfTheSameProgram() {
        assertThat(outlook().send(3, TUESDAY, ofMinutes(1), (letter, i) -> letter.client("Microsoft Outlook 17.0"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void ignoresASingleTrace() {
        assertThat(outlook().send(3, TUESDAY, ofMinutes(1), (letter, i) -> letter.client("Thunderbird 128"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void startsAtThreeMessages() {
        assertThat(outlook().send(2, TUESDAY, ofMinutes(1), (letter, i) -> letter.client("PHPMailer 5.2")
                .id("<x$" + i + "@vps.test>")).findings(indicator)).isEmpty();
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.SENT_MESSAGE).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
