package org.mimawari.indicator.sent;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.outgoing.SentStory.TUESDAY;
import static org.mimawari.indicator.outgoing.SentStory.person;
import static org.mimawari.indicator.outgoing.SentStory.scope;
import static org.mimawari.indicator.outgoing.SentStory.stranger;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.SentMessage;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Fact;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.outgoing.SentStory;

class SentBurstAbsoluteTest {

    private final SentBurstAbsolute indicator = new SentBurstAbsolute(scope());

    @Test
    void findsABurstOnTheFirstDayOfEvidence() {
        Finding finding = SentStory.of("taro@shop.example").floods(60, TUESDAY, ofSeconds(5)).findings(indicator)
                .get(0);

        assertThat(finding.reason().find("external")).contains(new Fact.Number(60));
        assertThat(finding.multipliers()).doesNotContain(Multiplier.COLD_START);
    }

    @Test
    void countsRecipientsNotMessages() {
        List<String> many = IntStream.range(0, 120).mapToObj(SentStory::stranger).toList();
        assertThat(person(30).send(TUESDAY, letter -> letter.to(many)).findings(indicator)).hasSize(1);
    }

    @Test
    void countsAMessageOnceThoughFourSourcesShowIt() {
        var story = person(30);
        for (SentMessage.Route route : SentMessage.Route.values()) {
            story.send(30, TUESDAY, ofSeconds(5), (letter, i) -> letter.to(stranger(i)).id("<m" + i + "@shop.example>")
                    .route(route));
        }
        assertThat(story.findings(indicator)).isEmpty();
    }

    @Test
    void ignoresTheSameVolumeSpreadOverADay() {
        assertThat(person(30).floods(60, TUESDAY, ofMinutes(20)).findings(indicator)).isEmpty();
    }

    @Test
    void allowsARoleMailboxMoreThanAPerson() {
        var role = SentStory.of("info@shop.example").kind(MailboxKind.ROLE);
        assertThat(role.floods(299, TUESDAY, ofSeconds(10)).findings(indicator)).isEmpty();
        assertThat(role.floods(2, TUESDAY, ofSeconds(10)).findings(new SentBurstAbsolute(scope()))).hasSize(1);
    }

    @Test
    void allowsARobotWhatItDidBefore() {
        var robot = SentStory.of("noreply@shop.example").kind(MailboxKind.ROBOT)
                .floods(1_000, "2026-05-01T01:00:00Z", ofSeconds(3)).floods(1_200, TUESDAY, ofSeconds(2));
        assertThat(robot.findings(indicator)).noneMatch(finding ->
                finding.when().from().filter(Instant.parse(TUESDAY)::equals).isPresent());
    }

    @Test
    void startsAtFiftyInTenMinutes() {
        assertThat(person(30).floods(49, TUESDAY, ofSeconds(10)).findings(indicator)).isEmpty();
        assertThat(person(30).floods(50, TUESDAY, ofSeconds(10)).findings(indicator)).hasSize(1);
    }

    @Test
    void needsNoPastForThousandsOfRecipients() {
        assertThat(SentStory.of("taro@shop.example").floods(5_000, TUESDAY, ofSeconds(5)).findings(indicator).get(0)
                .points())
                .isGreaterThan(0.6);
    }

    @Test
    void judgesTenTimesTheLimitGraver() {
        assertThat(person(30).floods(1_000, TUESDAY, ofSeconds(5)).findings(indicator).get(0).level())
                .isEqualTo(Level.HIGH);
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.SENT_MESSAGE).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
