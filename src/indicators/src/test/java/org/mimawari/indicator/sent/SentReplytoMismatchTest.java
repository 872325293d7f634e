package org.mimawari.indicator.sent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.outgoing.SentStory.TUESDAY;
import static org.mimawari.indicator.outgoing.SentStory.person;
import static org.mimawari.indicator.outgoing.SentStory.scope;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Fact;

class SentReplytoMismatchTest {

    private final SentReplytoMismatch indicator = new SentReplytoMismatch(scope());

    @Test
    void findsRepliesLedToAFreeMailAccount() {
        assertThat(person(30).send(TUESDAY, letter -> letter.replyTo("taro.shop@gmail.com")).findings(indicator))
                .singleElement().satisfies(finding ->
                        assertThat(finding.reason().find("kind")).contains(new Fact.Text("free-mail")));
    }

    @Test
    void findsRepliesLedToAnImitationOfAPartner() {
        var story = person(30).send("2026-05-20T01:00:00Z", letter -> letter.to("buyer@northwind.example"));
        assertThat(story.send(TUESDAY, letter -> letter.replyTo("taro@northwlnd.example")).findings(indicator))
                .singleElement().satisfies(finding -> assertThat(finding.reason().find("imitated"))
                        .contains(new Fact.Text("northwind.example")));
    }

    @Test
    void ignoresRepliesWithinTheHouse() {
        assertThat(person(30).send(TUESDAY, letter -> letter.replyTo("sales@shop.example")).findings(indicator))
                .isEmpty();
    }

    @Test
    void ignoresAReplyAddressInUseForLong() {
        assertThat(person(1).lives(30, (letter, i) -> letter.replyTo("tickets@helpdesk.test"))
                .send(TUESDAY, letter -> letter.replyTo("tickets@helpdesk.test")).findings(indicator))
                .noneMatch(finding -> finding.when().from().filter(Instant.parse(TUESDAY)::equals).isPresent());
    }

    @Test
    void ignoresThePartnerItself() {
        assertThat(person(30).send(TUESDAY, letter -> letter.replyTo("partner1@client.example")).findings(indicator))
                .isEmpty();
    }

    @Test
    void findsNothingInALogWithoutReplyAddresses() {
        assertThat(person(30).send(TUESDAY, letter -> letter.log()).findings(indicator)).isEmpty();
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.SENT_MESSAGE).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
