package org.mimawari.scan.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.TimeRange;
import org.mimawari.incident.Incident;
import org.mimawari.incident.IncidentStatus;
import org.mimawari.incident.KnownIncident;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Level;
import org.mimawari.store.state.IncidentHistory.Acknowledgement;
import org.mimawari.store.state.IncidentHistory.Entry;

class IncidentComparisonTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private Instant now = NOON;

    @Test
    void anIncidentIsNewOnce() {
        IncidentComparison first = compared(List.of(), incident("I-1", Level.HIGH, AttackStage.ABUSE));
        IncidentComparison second = compared(first.entries(), incident("I-1", Level.HIGH, AttackStage.ABUSE));

        assertThat(first.changes()).extracting(KnownIncident::status).containsExactly(IncidentStatus.NEW);
        assertThat(second.changes()).isEmpty();
        assertThat(second.entries()).extracting(entry -> entry.incident().status()).containsExactly(IncidentStatus.OPEN);
    }

    @Test
    void keepsItsIdAndItsFirstMomentWhileItGrows() {
        IncidentComparison first = compared(List.of(), incident("I-1", Level.MEDIUM, AttackStage.INITIAL_ACCESS));
        IncidentComparison second = compared(first.entries(), incident("I-2", Level.HIGH, AttackStage.ABUSE));

        assertThat(second.changes()).singleElement().satisfies(change -> {
            assertThat(change.id()).isEqualTo("I-1");
            assertThat(change.status()).isEqualTo(IncidentStatus.ESCALATED);
            assertThat(change.firstSeen()).isEqualTo(NOON);
            assertThat(change.lastSeen()).isEqualTo(NOON.plus(Duration.ofHours(1)));
        });
    }

    @Test
    void aHigherLevelIsToldOnce() {
        List<Entry> first = compared(List.of(), incident("I-1", Level.MEDIUM, AttackStage.ABUSE)).entries();
        List<Entry> second = compared(first, incident("I-1", Level.HIGH, AttackStage.ABUSE)).entries();

        assertThat(compared(second, incident("I-1", Level.HIGH, AttackStage.ABUSE)).changes()).isEmpty();
    }

    @Test
    void aLevelThatGoesUpAndDownAndUpIsToldOnce() {
        List<Entry> high = compared(List.of(), incident("I-1", Level.HIGH, AttackStage.ABUSE)).entries();
        List<Entry> medium = compared(high, incident("I-1", Level.MEDIUM, AttackStage.ABUSE)).entries();

        assertThat(compared(medium, incident("I-1", Level.HIGH, AttackStage.ABUSE)).changes()).isEmpty();
    }

    @Test
    void anAcknowledgedIncidentSpeaksWhenItGetsGraver() {
        Entry open = compared(List.of(), incident("I-1", Level.HIGH, AttackStage.INITIAL_ACCESS)).entries().get(0);
        Entry owned = new Entry(open.incident().as(IncidentStatus.ACKNOWLEDGED), open.stages(), open.told(),
                Optional.of(new Acknowledgement("sato", "known", NOON.plus(Duration.ofDays(9)))));

        assertThat(compared(List.of(owned), incident("I-1", Level.HIGH, AttackStage.INITIAL_ACCESS)).changes()).isEmpty();
        assertThat(compared(List.of(owned), incident("I-1", Level.HIGH, AttackStage.ABUSE)).changes())
                .extracting(KnownIncident::status).containsExactly(IncidentStatus.ESCALATED);
    }

    @Test
    void whatComesBackIsNewAgain() {
        List<Entry> open = compared(List.of(), incident("I-1", Level.HIGH, AttackStage.ABUSE)).entries();
        List<Entry> resolved = compared(open).entries();

        assertThat(compared(resolved).changes()).isEmpty();
        assertThat(compared(resolved, incident("I-1", Level.HIGH, AttackStage.ABUSE)).changes())
                .extracting(KnownIncident::status).containsExactly(IncidentStatus.NEW);
    }

    @Test
    void weakSignsAreNoNews() {
        assertThat(compared(List.of(), incident("I-1", Level.LOW, AttackStage.ABUSE)).entries()).isEmpty();
    }

    @Test
    void comparesTenThousandIncidentsAtOnce() {
        Incident[] many = IntStream.range(0, 10_000).mapToObj(i -> incident("I-" + i, "box" + i + "@shop.example", Level.HIGH,
                AttackStage.ABUSE)).toArray(Incident[]::new);
        IncidentComparison first = compared(List.of(), many);
        long start = System.nanoTime();
        IncidentComparison second = compared(first.entries(), many);

        assertThat(first.changes()).hasSize(10_000);
        assertThat(second.changes()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    private IncidentComparison compared(List<Entry> remembered, Incident... found) {
        IncidentComparison comparison = new IncidentComparison(remembered, incident -> List.of("a sentence"), now);
        comparison.compare(List.of(found));
        now = now.plus(Duration.ofHours(1));
        return comparison;
    }

    private static Incident incident(String id, Level level, AttackStage stage) {
        return incident(id, "info@shop.example", level, stage);
    }

    private static Incident incident(String id, String mailbox, Level level, AttackStage stage) {
        return new Incident(id, MailboxAddress.find(mailbox), level, 70, TimeRange.at(NOON), List.of(stage), List.of(),
                List.of(), List.of());
    }
}
