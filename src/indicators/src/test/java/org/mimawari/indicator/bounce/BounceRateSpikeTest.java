package org.mimawari.indicator.bounce;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.outgoing.SentStory.TUESDAY;
import static org.mimawari.indicator.outgoing.SentStory.original;
import static org.mimawari.indicator.outgoing.SentStory.person;
import static org.mimawari.indicator.outgoing.SentStory.scope;
import static org.mimawari.indicator.outgoing.SentStory.stranger;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Fact;
import org.mimawari.indicator.outgoing.SentStory;

class BounceRateSpikeTest {

    private final BounceRateSpike indicator = new BounceRateSpike(scope());

    private static SentStory failing(int recipients) {
        var story = person(30);
        for (int i = 0; i < recipients; i++) {
            story.bounces(Instant.parse(TUESDAY).plus(ofMinutes(i)).toString(), stranger(i),
                    original("<x" + i + "@bulk.test>", "shop.example"));
        }
        return story;
    }

    @Test
    void findsFiveFailuresInAnHour() {
        assertThat(failing(5).findings(indicator)).singleElement().satisfies(finding ->
                assertThat(finding.reason().find("failed")).contains(new Fact.Number(5)));
    }

    @Test
    void findsATenthRefusedByTheServersLog() {
        assertThat(person(30).send(60, TUESDAY, ofSeconds(20), (letter, i) -> letter.log().to(stranger(i))
                .bounced(i % 6 == 0 ? 1 : 0)).findings(indicator)).hasSize(1);
    }

    @Test
    void ignoresFourFailures() {
        assertThat(failing(4).findings(indicator)).isEmpty();
    }

    @Test
    void ignoresBackscatter() {
        var story = person(30);
        for (int i = 0; i < 40; i++) {
            story.bounces(TUESDAY, stranger(i), original("<x" + i + "@bulk.test>"));
        }
        assertThat(story.findings(indicator)).isEmpty();
    }

    @Test
    void countsLittleWhereNobodyCanTellWhoseMessagesTheyWere() {
        var story = SentStory.of("info@shop.example");
        for (int i = 0; i < 40; i++) {
            story.bounces(TUESDAY, stranger(i), original("<x" + i + "@bulk.test>"));
        }
        assertThat(story.findings(indicator)).singleElement()
                .satisfies(finding -> assertThat(finding.multiplier()).isEqualTo(0.45));
    }

    @Test
    void countsFullyWithoutSentCopiesWhereTheMessagesWereSigned() {
        var story = SentStory.of("info@shop.example");
        for (int i = 0; i < 6; i++) {
            story.bounces(TUESDAY, stranger(i), original("<x" + i + "@bulk.test>", "shop.example"));
        }
        assertThat(story.findings(indicator)).singleElement()
                .satisfies(finding -> assertThat(finding.multiplier()).isEqualTo(1));
    }

    @Test
    void countsLessWhereTheOwnerSentToAnOldList() {
        var story = person(30).send(8, TUESDAY, ofMinutes(1), (letter, i) -> letter.id("<y" + i + "@shop.example>"));
        for (int i = 0; i < 8; i++) {
            story.bounces("2026-06-02T02:00:00Z", stranger(i), original("<y" + i + "@shop.example>"));
        }
        assertThat(story.findings(indicator).get(0).multiplier()).isEqualTo(0.45);
    }

    @Test
    void ignoresAFewRefusalsAmongMany() {
        assertThat(person(30).send(200, TUESDAY, ofSeconds(10), (letter, i) -> letter.log()
                .bounced(i % 20 == 0 ? 1 : 0)).findings(indicator)).isEmpty();
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.NON_DELIVERY_REPORT).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
