package org.mimawari.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.ConnectorException;

/** Two workers that are processes of their own give the report of one program, also when one of them is killed. */
@Tag("heavy")
class StandaloneScanTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void cutFinely() {
        System.setProperty("spark.mimawari.stretch", "2m");
    }

    @AfterEach
    void forget() {
        System.clearProperty("spark.mimawari.stretch");
        System.clearProperty("spark.extraListeners");
    }

    @Test
    void givesTheReportOfOneProgram() throws ConnectorException, IOException, InterruptedException {
        BothWays scans = new BothWays(InventedLog.of(folder, 30_000_000, "shuffled"));
        try (StandaloneCluster cluster = new StandaloneCluster(folder, "700m")) {
            assertThat(scans.byMany(cluster.master())).contains("\"incidents\"").isEqualTo(scans.byOne());
        }
    }

    @Test
    void judgesAMailboxThatHasHalfOfAllEventsInASmallExecutor() throws ConnectorException, IOException {
        System.setProperty("spark.mimawari.stretch", "16m");
        BothWays scans = new BothWays(InventedLog.skewed(folder, 400_000));
        try (StandaloneCluster cluster = new StandaloneCluster(folder, "512m")) {
            assertThat(scans.byMany(cluster.master())).contains("service@hinode.example").isEqualTo(scans.byOne());
        }
    }

    @Test
    void givesTheSameReportWhenAWorkerIsKilledAfterItHasRead() throws ConnectorException, IOException,
            InterruptedException {
        BothWays scans = new BothWays(InventedLog.of(folder, 30_000_000, "shuffled"));
        AtomicBoolean wasWorking = new AtomicBoolean();
        try (StandaloneCluster cluster = new StandaloneCluster(folder, "700m")) {
            System.setProperty("spark.extraListeners", PowerCut.class.getName());
            PowerCut.WHAT.set(() -> {
                wasWorking.set(cluster.isWorking());
                cluster.killWorker();
            });
            assertThat(scans.byMany(cluster.master())).isEqualTo(scans.byOne());
        }
        assertThat(wasWorking).isTrue();
    }
}
