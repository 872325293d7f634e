package org.mimawari.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedCompanyTest {

    private static final Set<String> ALL = Set.of("S0", "S1", "S2", "S3", "S4");

    @TempDir
    private Path folder;

    @Test
    void writesTheSameBytesEveryTime() throws IOException {
        new SimulatedCompany(ALL, 100).writeExports(folder.resolve("one"));
        new SimulatedCompany(ALL, 100).writeExports(folder.resolve("two"));
        for (String file : Set.of("microsoft365/audit-log.ndjson", "mx1/mail.log.gz", "microsoft365/message-trace.csv")) {
            assertThat(folder.resolve("one").resolve(file)).hasSameBinaryContentAs(folder.resolve("two").resolve(file));
        }
    }

    @Test
    void plantsOnlyTheTakeoversAskedFor() {
        assertThat(new SimulatedCompany(Set.of("S2"), 1).incidents()).extracting(PlantedIncident::id).containsExactly("S2");
        assertThat(new SimulatedCompany(Set.of(), 1).incidents()).isEmpty();
    }

    @Test
    void theRobotsBurstLastsNineteenMinutes() {
        PlantedIncident burst = new SimulatedCompany(Set.of("S2"), 1).incidents().get(0);
        assertThat(Duration.between(burst.from(), burst.to())).isBetween(Duration.ofMinutes(21), Duration.ofMinutes(22));
    }

    @Test
    void theMailServerHoldsTheMailboxesThatAreReachedOverImap() {
        try (SimulatedMailServer server = new SimulatedCompany(ALL, 100).startMailServer()) {
            assertThat(server.mailboxes()).containsExactly("suzuki@hinode.example", "yoshida@hinode.example");
            assertThat(server.port()).isPositive();
        }
    }

    @Test
    void mailFoldersAreNamedByTheirOwners() throws IOException {
        new SimulatedCompany(Set.of("S1"), 1).writeMailFolders(folder);
        assertThat(Files.isDirectory(folder.resolve("suzuki@hinode.example/INBOX"))).isTrue();
    }
}
