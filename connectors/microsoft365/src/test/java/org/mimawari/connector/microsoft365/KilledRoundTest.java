package org.mimawari.connector.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.DyingSink;
import org.mimawari.evidence.Evidence;
import org.mimawari.simulator.graph.FakeGraph;
import org.mimawari.simulator.graph.GraphAccess;
import org.mimawari.simulator.graph.GraphRequest;

class KilledRoundTest {

    @TempDir
    private Path folder;

    private Tenants tenants(FakeGraph graph) {
        return Tenants.of(graph).with("resume", folder.toString()).with("since", "3d");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 900, 1_600})
    void asksForNothingTwiceThatWasReadBefore(int records) throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(SmallTenant.of(5, 3_300), GraphAccess.full())) {
            assertThatThrownBy(() -> tenants(graph).connector().collect(new DyingSink(records)))
                    .isInstanceOf(IllegalStateException.class);
            List<String> before = asked(graph.requests());

            Evidences whole = tenants(graph).collect();

            List<String> after = new ArrayList<>(asked(graph.requests()).subList(before.size(), graph.requests().size()));
            after.retainAll(new HashSet<>(before));
            // Pages that were on their way when the process died, one for each reader, and what cannot be kept.
            assertThat(after.stream().filter(each -> !each.contains("domains") && !each.contains("queries"))).hasSizeLessThan(7);
            assertThat(whole.records()).isGreaterThan(3_300);
            assertThat(folder).isEmptyDirectory();
        }
    }

    /** Everything was read, but neither reported nor remembered. */
    @Test
    void asksForNothingAgainWhereItWasKilledBeforeTheRoundWasSafe() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(SmallTenant.of(5, 3_300), GraphAccess.full())) {
            Evidences first = new Evidences();
            tenants(graph).connector().collect(first);
            int before = graph.requests().size();

            Evidences again = tenants(graph).collect();

            // Refusals are asked for again, here of a folder that is gone; so is how a search stands.
            assertThat(asked(graph.requests()).subList(before, graph.requests().size())).filteredOn(each ->
                    !each.contains("domains") && !each.contains("queries") && !each.contains("mailFolders/folder{")).isEmpty();
            assertThat(evidence(again)).isEqualTo(evidence(first)).isNotEmpty();
            assertThat(folder).isEmptyDirectory();
        }
    }

    /** Of a round that was broken off, nothing is settled. */
    @Test
    void keepsThePagesOfARoundThatWasBrokenOff() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(SmallTenant.of(5, 3_300), GraphAccess.full())) {
            assertThatThrownBy(() -> tenants(graph).connector().collect(new DyingSink(900)))
                    .isInstanceOf(IllegalStateException.class);

            tenants(graph).connector().settled();

            assertThat(folder).isNotEmptyDirectory();
        }
    }

    /** Links to further pages do not live long. */
    @Test
    void beginsAnewWhereTheRoundWasKilledTheDayBefore() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(SmallTenant.of(5, 3_300), GraphAccess.full())) {
            assertThatThrownBy(() -> tenants(graph).connector().collect(new DyingSink(900)))
                    .isInstanceOf(IllegalStateException.class);
            int before = graph.requests().size();

            Tenants.of(graph, Tenants.NOW.plus(Duration.ofHours(13))).with("resume", folder.toString())
                    .with("since", "4d").collect();

            assertThat(graph.requests().subList(before, graph.requests().size())).filteredOn(request ->
                    request.path().equals("v1.0/users")).hasSize(1);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void findsTheSameWhetherItWasKilledOrNot() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(SmallTenant.of(5, 3_300), GraphAccess.full())) {
            Set<String> once = evidence(Tenants.of(graph).with("since", "3d").collect());
            assertThatThrownBy(() -> tenants(graph).connector().collect(new DyingSink(2_000)))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(evidence(tenants(graph).collect())).isEqualTo(once);
        }
    }

    private static Set<String> evidence(Evidences all) {
        Set<String> texts = new HashSet<>();
        all.of(Evidence.class).forEach(each -> texts.add(each.toString()));
        return texts;
    }

    private static List<String> asked(List<GraphRequest> requests) {
        return requests.stream().map(request -> request.path() + request.query()).toList();
    }
}
