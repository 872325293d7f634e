package org.mimawari.indicator.sent;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.outgoing.SentStory.ABROAD;
import static org.mimawari.indicator.outgoing.SentStory.OFFICE;
import static org.mimawari.indicator.outgoing.SentStory.TUESDAY;
import static org.mimawari.indicator.outgoing.SentStory.person;
import static org.mimawari.indicator.outgoing.SentStory.scope;
import static org.mimawari.indicator.outgoing.SentStory.stranger;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Fact;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Multiplier;

class SentBurstNovelTest {

    private final SentBurstNovel indicator = new SentBurstNovel(scope());

    @Test
    void findsABurstAcrossTheHourWithItsStartAndEndAndExactCounts() {
        var story = person(30).send("2026-06-02T04:20:00Z", letter -> { })
                .floods(400, "2026-06-02T04:58:00Z", ofSeconds(3)).send("2026-06-02T05:40:00Z", letter -> { });

        Finding finding = story.findings(indicator).get(0);

        assertThat(finding.when()).isEqualTo(TimeRange.between(
                Instant.parse("2026-06-02T04:58:00Z"), Instant.parse("2026-06-02T05:17:57Z")));
        assertThat(finding.reason().find("recipients")).contains(new Fact.Number(400));
        assertThat(finding.citation().total()).isEqualTo(400);
    }

    @Test
    void findsARelayOfTwelveHoursAsOneFinding() {
        var story = person(30).floods(6_250, "2026-06-01T19:45:00Z", ofSeconds(7).plusMillis(200));

        assertThat(story.findings(indicator)).singleElement().satisfies(finding -> {
            assertThat(finding.when().from()).contains(Instant.parse("2026-06-01T19:45:00Z"));
            assertThat(finding.when().to()).contains(Instant.parse("2026-06-02T08:14:52.800Z"));
        });
    }

    @Test
    void ignoresTheSameVolumeToPartners() {
        assertThat(person(30).send(400, TUESDAY, ofSeconds(3), (letter, i) -> letter
                .to("partner" + i % 12 + "@client.example")).findings(indicator)).isEmpty();
    }

    @Test
    void ignoresTheSameStrangersSpreadOverDays() {
        assertThat(person(30).floods(400, TUESDAY, ofMinutes(15)).findings(indicator)).isEmpty();
    }

    @Test
    void countsTheFriendsAmongTheVictims() {
        var story = person(30).send(300, TUESDAY, ofSeconds(3), (letter, i) -> letter
                .to(i % 20 == 0 || i == 299 ? "partner1@client.example" : stranger(i)));

        assertThat(story.findings(indicator).get(0).reason().find("messages")).contains(new Fact.Number(300));
    }

    @Test
    void startsAtTwentyStrangers() {
        assertThat(person(30).floods(19, TUESDAY, ofSeconds(30)).findings(indicator)).isEmpty();
        assertThat(person(30).floods(20, TUESDAY, ofSeconds(30)).findings(indicator)).hasSize(1);
    }

    @Test
    void discountsTheOwnersUsualPlaceAndNotANewOne() {
        var story = person(1).lives(30, (letter, i) -> letter.ip(OFFICE).client("Thunderbird 115"));
        story.send(60, TUESDAY, ofSeconds(5), (letter, i) -> letter.to(stranger(i)).ip(OFFICE)
                .client("Thunderbird 115"));
        story.send(60, "2026-06-04T01:00:00Z", ofSeconds(5), (letter, i) -> letter.to(stranger(1_000 + i)).ip(ABROAD));

        assertThat(story.findings(indicator)).extracting(Finding::multiplier).containsExactly(0.45, 1.0);
    }

    @Test
    void leavesTheOwnersMailOfTheSameHoursOutOfTheCount() {
        var story = person(1).lives(30, (letter, i) -> letter.ip(OFFICE));
        story.send(200, TUESDAY, ofSeconds(10), (letter, i) -> letter.to(stranger(i)).ip(ABROAD).log());
        story.send(10, TUESDAY, ofMinutes(3), (letter, i) -> letter.ip(OFFICE));

        assertThat(story.findings(indicator).get(0).reason().find("messages")).contains(new Fact.Number(200));
    }

    @Test
    void trustsItLessWhereTheMailboxIsHardlyKnown() {
        assertThat(person(5).floods(60, TUESDAY, ofSeconds(5)).findings(indicator).get(0).multipliers())
                .contains(Multiplier.COLD_START);
    }

    @Test
    void givesAWebMailHostNoCredit() {
        var story = person(1).lives(30, (letter, i) -> letter.ip("127.0.0.1"));
        story.send(60, TUESDAY, ofSeconds(5), (letter, i) -> letter.to(stranger(i)).ip("127.0.0.1"));

        assertThat(story.findings(indicator).get(0).multipliers()).containsExactly(Multiplier.UNKNOWN_SOURCE);
    }

    @Test
    void ignoresAnAnnouncementToTheHouse() {
        List<String> house = IntStream.range(0, 300).mapToObj(i -> "colleague" + i + "@shop.example").toList();
        assertThat(person(30).send(TUESDAY, letter -> letter.to(house)).findings(indicator)).isEmpty();
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.SENT_MESSAGE).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
