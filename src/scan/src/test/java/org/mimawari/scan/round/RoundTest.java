package org.mimawari.scan.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.Fingerprint;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.RuleAction;
import org.mimawari.incident.IncidentStatus;
import org.mimawari.incident.KnownIncident;
import org.mimawari.scan.Progress;
import org.mimawari.scan.ScanSettings;
import org.mimawari.store.state.State;
import org.mimawari.store.state.StateException;
import org.mimawari.store.state.StateLocation;

class RoundTest {

    @TempDir
    private Path folder;
    private final List<String> scripts = new ArrayList<>();
    private Optional<String> refusal = Optional.empty();
    private boolean unreachable;
    private Instant now = Instant.parse("2026-11-23T03:00:00Z");

    /** A server of filter scripts that is read whole every time and knows no checkpoints. */
    private final class ScriptServer implements Connector {

        @Override
        public String name() {
            return "scripts";
        }

        @Override
        public void collect(EvidenceSink sink) throws ConnectorException {
            if (unreachable) {
                throw new ConnectorException(Problem.UNREACHABLE, "no route to the server");
            }
            String source = "scripts/aoi@shop.example";
            if (refusal.isEmpty()) {
                scripts.forEach(name -> deliver(source + "/" + name, name, sink));
            }
            sink.cover(new Coverage(source, "scripts", EvidenceKind.MAILBOX_RULE,
                    Optional.of(new MailboxAddress("aoi@shop.example")), refusal.isEmpty() ? Coverage.State.COLLECTED
                    : Coverage.State.NOT_COLLECTED, refusal, Optional.empty(), Optional.empty(), 0));
        }

        private void deliver(String source, String name, EvidenceSink sink) {
            Origin origin = new Origin(Optional.of(new MailboxAddress("aoi@shop.example")), Optional.empty(),
                    EvidenceRef.line(source, 1));
            if (sink.admit(Fingerprint.of(name))) {
                List<RuleAction> actions = name.equals("theft") ? List.of(new RuleAction(RuleAction.Type.REDIRECT,
                        List.of("away@attacker.example")), new RuleAction(RuleAction.Type.DELETE, List.of()))
                        : List.of(new RuleAction(RuleAction.Type.MARK_READ, List.of()));
                sink.accept(new MailboxRule(origin, name.equals("theft") ? "." : name, true, List.of(), actions, true,
                        Set.of(), Change.PRESENT, Actor.UNKNOWN));
            }
        }
    }

    @Test
    void aServerThatIsReadWholeEveryTimeIsQuietToo() throws Exception {
        scripts.add("theft");

        assertThat(round().changes()).extracting(KnownIncident::status).containsExactly(IncidentStatus.NEW);
        assertThat(round()).satisfies(second -> {
            assertThat(second.changes()).isEmpty();
            assertThat(second.result()).as("judged anew").isEmpty();
        });
    }

    @Test
    void aScriptThatIsGoneResolvesItsIncident() throws Exception {
        scripts.add("theft");
        round();
        scripts.clear();

        assertThat(round().changes()).extracting(KnownIncident::status).containsExactly(IncidentStatus.RESOLVED);
    }

    @Test
    void aMailboxThatRefusesIsNotResolved() throws Exception {
        scripts.add("theft");
        round();
        refusal = Optional.of("the password was refused");

        RoundResult refused = round();

        assertThat(refused.changes()).isEmpty();
        assertThat(refused.incidents()).hasSize(1);
        assertThat(refused.result().orElseThrow().coverage()).anyMatch(row -> row.reason().equals(refusal));
    }

    @Test
    void aServerThatCannotBeReachedIsToldOnceAndResolvesNothing() throws Exception {
        scripts.add("theft");
        round();
        unreachable = true;

        RoundResult first = round();
        RoundResult second = round();
        unreachable = false;
        RoundResult third = round();

        assertThat(first.failures()).singleElement().asString().contains("no route to the server");
        assertThat(first.incidents()).hasSize(1);
        assertThat(second.failures()).isEmpty();
        assertThat(second.unreachable()).hasSize(1);
        assertThat(third.failures()).singleElement().asString().contains("can be read again");
        assertThat(third.changes()).isEmpty();
    }

    @Test
    void aScriptThatAppearsIsDatedByTheTwoRounds() throws Exception {
        scripts.add("sorting");
        round();
        Instant before = now.minus(Duration.ofHours(1));
        scripts.add("theft");

        KnownIncident found = round().incidents().get(0);

        assertThat(found.when().from()).contains(before);
        assertThat(found.when().to()).contains(before.plus(Duration.ofHours(1)));
    }

    private RoundResult round() throws ConnectorException, StateException, IOException {
        ScanSettings tenant = ScanSettings.of("shop", new OwnDomains(Set.of("shop.example")), ZoneOffset.UTC);
        RoundSettings settings = new RoundSettings(tenant, RoundSettings.REMEMBERED, Optional.empty(), "same");
        try (State state = State.open(new StateLocation.File(folder.resolve("state.db")), Duration.ZERO)) {
            RoundResult result = new Round(settings, incident -> List.of("a sentence"), Clock.fixed(now, ZoneOffset.UTC),
                    Progress.NONE, "test").run(state, List.of(new NamedConnector("scripts#1", new ScriptServer())));
            state.commit();
            now = now.plus(Duration.ofHours(1));
            return result;
        }
    }
}
