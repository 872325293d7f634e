package org.mimawari.indicator.bounce;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.outgoing.SentStory.TUESDAY;
import static org.mimawari.indicator.outgoing.SentStory.person;
import static org.mimawari.indicator.outgoing.SentStory.scope;
import static org.mimawari.indicator.outgoing.SentStory.stranger;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.outgoing.SentStory;

class BounceReplyUnknownTest {

    private final BounceReplyUnknown indicator = new BounceReplyUnknown(scope());

    private static SentStory copied() {
        return person(30).send(20, "2026-06-01T01:00:00Z", ofMinutes(5), (letter, i) ->
                letter.id("<c" + i + "@shop.example>"))
                .send(20, "2026-06-01T01:00:02Z", ofMinutes(5), (letter, i) -> letter.id("<c" + i + "@shop.example>")
                        .log())
                .send(3, TUESDAY, ofMinutes(1), (letter, i) -> letter.to(stranger(i)).id("<u" + i + "@shop.example>")
                        .log());
    }

    @Test
    void findsAnswersToMailThatOnlyTheServerSaw() {
        assertThat(copied().receivesAnswer("2026-06-02T02:00:00Z", stranger(0), "Re: parcel", "<u0@shop.example>",
                false)
                .receivesAnswer("2026-06-02T03:00:00Z", stranger(1), "Re: parcel", "<u1@shop.example>", false)
                .findings(indicator)).hasSize(1);
    }

    @Test
    void findsPeopleWhoAskInTheirSubjects() {
        assertThat(person(30).receivesAnswer(TUESDAY, "a@far.test", "不審なメールが届きました", "<odd@shop.example>", false)
                .receivesAnswer(TUESDAY, "b@far.test", "Did you send this?", "<odd@shop.example>", false)
                .findings(indicator)).hasSize(1);
    }

    @Test
    void ignoresAnswersToMailWithACopy() {
        assertThat(copied().receivesAnswer("2026-06-02T02:00:00Z", "a@far.test", "Re: order", "<c0@shop.example>",
                false)
                .receivesAnswer("2026-06-02T03:00:00Z", "b@far.test", "Re: order", "<c1@shop.example>", false)
                .findings(indicator)).isEmpty();
    }

    @Test
    void ignoresAnswersToAColleaguesMail() {
        assertThat(copied().receivesAnswer("2026-06-02T02:00:00Z", "a@far.test", "Re: order",
                "<77.abc@shop.example>", false)
                .receivesAnswer("2026-06-02T03:00:00Z", "b@far.test", "Re: order", "<78.abc@shop.example>", false)
                .findings(indicator)).isEmpty();
    }

    @Test
    void startsAtTwoPeople() {
        assertThat(copied().receivesAnswer("2026-06-02T02:00:00Z", stranger(0), "Re: parcel", "<u0@shop.example>",
                false)
                .findings(indicator)).isEmpty();
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.RECEIVED_MESSAGE).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
