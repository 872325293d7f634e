package org.mimawari.incident;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.outgoing.SentStory.ABROAD;
import static org.mimawari.indicator.outgoing.SentStory.OFFICE;
import static org.mimawari.indicator.outgoing.SentStory.original;
import static org.mimawari.indicator.outgoing.SentStory.stranger;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.bounce.BounceIndicators;
import org.mimawari.indicator.outgoing.SentStory;
import org.mimawari.indicator.sent.SentIndicators;

/** What the sent mail and the failures of a mailbox alone make of the known kinds of incident, and of honest work. */
class SentIncidentsTest {

    private static final Policy POLICY = Policy.forDomains(OwnDomains.of("shop.example"));

    private static List<Incident> incidents(SentStory story) {
        List<Finding> findings = story.findings(
                Stream.concat(SentIndicators.all(POLICY).stream(), BounceIndicators.all(POLICY).stream()).toList());
        return new IncidentBuilder().incidents(story.outgoing().mailbox(), findings);
    }

    private static Level gravest(SentStory story) {
        return incidents(story).stream().map(Incident::level).max(Level::compareTo).orElse(Level.INFO);
    }

    private static SentStory info() {
        return SentStory.of("info@shop.example").kind(MailboxKind.ROLE).lives(30);
    }

    private static SentStory robot() {
        return SentStory.of("noreply@shop.example").kind(MailboxKind.ROBOT).send(800, "2026-04-29T00:30:00Z", ofHours(1),
                (letter, i) -> letter.log().ip(OFFICE).to("customer" + i % 200 + "@client.example").subject("Receipt " + i));
    }

    @Test
    void aRelayInTheEveningThroughAnInfoMailboxIsHigh() {
        assertThat(gravest(info().floods(180, "2026-06-02T15:00:00Z", ofSeconds(60)))).isEqualTo(Level.HIGH);
    }

    @Test
    void failuresOfMailTheOwnerNeverSentAreHigh() {
        var story = SentStory.person(30);
        for (int i = 0; i < 3; i++) {
            story.bounces(SentStory.TUESDAY, stranger(i), original("<x" + i + "@bulk.test>", "shop.example"));
        }
        assertThat(incidents(story)).singleElement().satisfies(incident ->
                assertThat(incident.level()).isEqualTo(Level.HIGH));
    }

    @Test
    void backscatterOfAForgedSenderIsNoIncidentToSpeakOf() {
        var story = SentStory.person(30);
        for (int i = 0; i < 200; i++) {
            story.bounces(SentStory.TUESDAY, stranger(i), original("<x" + i + "@bulk.test>"));
        }
        assertThat(gravest(story)).isEqualTo(Level.INFO);
    }

    @Test
    void aBurstOfTwentyMinutesFromARobotIsSeenWithItsEnds() {
        var story = robot().send(2_000, "2026-06-02T04:58:00Z", ofMillis(600), (letter, i) -> letter.log().ip(ABROAD)
                .to(stranger(i)).subject("You have won " + i));

        assertThat(incidents(story)).singleElement().satisfies(incident -> {
            assertThat(incident.level()).isGreaterThanOrEqualTo(Level.MEDIUM);
            assertThat(incident.when().from()).contains(Instant.parse("2026-06-02T04:58:00Z"));
            assertThat(incident.when().to()).contains(Instant.parse("2026-06-02T05:17:59.400Z"));
        });
    }

    @Test
    void aRelayOfTwelveHoursIsHighFromTheLogOfThatDayAlone() {
        var story = SentStory.of("info@shop.example").kind(MailboxKind.ROLE).send(6_000, "2026-06-01T19:45:00Z",
                ofMillis(7_500), (letter, i) -> letter.log().ip(ABROAD).to(Stream.iterate(i * 20, n -> n + 1).limit(20)
                        .map(SentStory::stranger).toList()));
        assertThat(gravest(story)).isEqualTo(Level.HIGH);
    }

    @Test
    void aMailMergeOfTheOwnerStaysLow() {
        var story = SentStory.of("eigyo@shop.example").kind(MailboxKind.PERSON)
                .lives(30, (letter, i) -> letter.ip(OFFICE).client("Thunderbird 115"));
        story.send(200, SentStory.TUESDAY, ofSeconds(2), (letter, i) -> letter.ip(OFFICE).client("Thunderbird 115")
                .to(i % 3 == 0 ? stranger(i) : "partner" + i % 12 + "@client.example").subject("Our summer catalogue"));
        assertThat(gravest(story)).isLessThanOrEqualTo(Level.LOW);
    }

    @Test
    void aMonthlyRunOfARobotStaysLow() {
        var story = robot().send(1_500, "2026-05-01T01:00:00Z", ofSeconds(1), (letter, i) -> letter.log().ip(OFFICE)
                .to("customer" + i + "@client.example").subject("Statement"));
        story.send(1_550, "2026-06-01T01:00:00Z", ofSeconds(1), (letter, i) -> letter.log().ip(OFFICE)
                .to("customer" + i + "@client.example").subject("Statement"));
        assertThat(gravest(story)).isLessThanOrEqualTo(Level.LOW);
    }
}
