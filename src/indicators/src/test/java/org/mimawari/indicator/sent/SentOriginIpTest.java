package org.mimawari.indicator.sent;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.outgoing.SentStory.ABROAD;
import static org.mimawari.indicator.outgoing.SentStory.OFFICE;
import static org.mimawari.indicator.outgoing.SentStory.TUESDAY;
import static org.mimawari.indicator.outgoing.SentStory.person;
import static org.mimawari.indicator.outgoing.SentStory.scope;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Fact;
import org.mimawari.indicator.outgoing.SentStory;

class SentOriginIpTest {

    private final SentOriginIp indicator = new SentOriginIp(scope());

    private static SentStory atHome() {
        return SentStory.of("taro@shop.example").lives(30, (letter, i) -> letter.ip(OFFICE).country("JP"));
    }

    @Test
    void findsMailFromACountryNeverSeen() {
        assertThat(atHome().send(TUESDAY, letter -> letter.ip(ABROAD).country("RU")).findings(indicator))
                .singleElement().satisfies(finding -> assertThat(finding.reason().find("country"))
                        .contains(new Fact.Text("RU")));
    }

    @Test
    void ignoresTheOwnCountry() {
        assertThat(atHome().send(TUESDAY, letter -> letter.ip(ABROAD).country("JP")).findings(indicator)).isEmpty();
    }

    @Test
    void ignoresACountryTheOwnerSignedInFrom() {
        assertThat(atHome().with(told -> MailboxStory.signIn(told.at("2026-05-30T01:00:00Z"), SignIn.Outcome.SUCCESS,
                Optional.empty(), ABROAD, "RU", SignIn.Protocol.WEB))
                .send(TUESDAY, letter -> letter.ip(ABROAD).country("RU")).findings(indicator)).isEmpty();
    }

    @Test
    void asksForThreeDaysOfPast() {
        var story = SentStory.of("taro@shop.example").send(2, "2026-05-29T01:00:00Z", ofHours(24),
                (letter, i) -> letter.country("JP"));
        assertThat(story.send(TUESDAY, letter -> letter.country("RU")).findings(indicator)).isEmpty();
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.SENT_MESSAGE).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
