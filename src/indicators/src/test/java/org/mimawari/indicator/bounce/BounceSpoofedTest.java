package org.mimawari.indicator.bounce;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.outgoing.SentStory.TUESDAY;
import static org.mimawari.indicator.outgoing.SentStory.original;
import static org.mimawari.indicator.outgoing.SentStory.person;
import static org.mimawari.indicator.outgoing.SentStory.scope;
import static org.mimawari.indicator.outgoing.SentStory.stranger;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.OriginalMessage;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Fact;
import org.mimawari.indicator.outgoing.SentStory;

class BounceSpoofedTest {

    private final BounceSpoofed indicator = new BounceSpoofed(scope());

    @Test
    void callsAForgeryAForgery() {
        assertThat(person(30).bounces(TUESDAY, stranger(1), original("<x@bulk.test>")).findings(indicator))
                .singleElement().satisfies(finding -> assertThat(finding.points()).isLessThan(0.15));
    }

    @Test
    void joinsAWaveOfBackscatterIntoOneFinding() {
        var story = person(30);
        for (int i = 0; i < 50; i++) {
            story.bounces(Instant.parse(TUESDAY).plus(ofMinutes(i)).toString(), stranger(i),
                    original("<x" + i + "@bulk.test>"));
        }
        assertThat(story.findings(indicator)).singleElement().satisfies(finding ->
                assertThat(finding.reason().find("reports")).contains(new Fact.Number(50)));
    }

    @Test
    void reassuresNobodyWithNothingToCompareWith() {
        assertThat(SentStory.of("taro@shop.example").bounces(TUESDAY, stranger(1), original("<x@bulk.test>"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void reassuresNobodyOfATimeBeforeTheSentFolderBegins() {
        assertThat(person(30).bounces("2026-01-02T01:00:00Z", stranger(1), original("<x@bulk.test>"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void ignoresOurOwnMail() {
        assertThat(person(30).bounces(TUESDAY, stranger(1), original("<x@bulk.test>", "mail.shop.example"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void saysNothingOfAReportThatQuotesNothing() {
        assertThat(person(30).bounces(TUESDAY, stranger(1), OriginalMessage.UNKNOWN).findings(indicator)).isEmpty();
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.NON_DELIVERY_REPORT).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
