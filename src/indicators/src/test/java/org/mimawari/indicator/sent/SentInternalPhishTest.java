package org.mimawari.indicator.sent;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.outgoing.SentStory.ABROAD;
import static org.mimawari.indicator.outgoing.SentStory.OFFICE;
import static org.mimawari.indicator.outgoing.SentStory.TUESDAY;
import static org.mimawari.indicator.outgoing.SentStory.person;
import static org.mimawari.indicator.outgoing.SentStory.scope;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.outgoing.SentStory;

class SentInternalPhishTest {

    private final SentInternalPhish indicator = new SentInternalPhish(scope());

    private static SentStory lure(SentStory story, int colleagues, String time, String address) {
        return story.send(colleagues, time, ofMinutes(1), (letter, i) -> letter.to("colleague" + i + "@shop.example")
                .link("hr-portal.test").ip(address));
    }

    private static SentStory atWork() {
        return SentStory.of("taro@shop.example").lives(30, (letter, i) -> letter.ip(OFFICE));
    }

    @Test
    void findsALureForColleaguesFromANewPlace() {
        assertThat(lure(atWork(), 12, TUESDAY, ABROAD).findings(indicator)).hasSize(1);
    }

    @Test
    void findsALureForColleaguesAtNight() {
        assertThat(lure(atWork(), 12, "2026-06-02T18:00:00Z", OFFICE).findings(indicator)).hasSize(1);
    }

    @Test
    void ignoresANoticeInOfficeHours() {
        assertThat(lure(atWork(), 12, TUESDAY, OFFICE).findings(indicator)).isEmpty();
    }

    @Test
    void ignoresALinkOfEarlierMail() {
        var story = atWork().send("2026-05-20T01:00:00Z", letter -> letter.link("hr-portal.test"));
        assertThat(lure(story, 12, TUESDAY, ABROAD).findings(indicator)).isEmpty();
    }

    @Test
    void startsAtTenColleagues() {
        assertThat(lure(atWork(), 9, TUESDAY, ABROAD).findings(indicator)).isEmpty();
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.SENT_MESSAGE).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
