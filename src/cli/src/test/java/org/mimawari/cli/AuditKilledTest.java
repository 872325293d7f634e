package org.mimawari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.evidence.Evidence;
import org.mimawari.incident.KnownIncident;
import org.mimawari.simulator.SimulatedCompany;
import org.mimawari.store.EvidenceSegment;
import org.mimawari.store.state.EvidenceArchive;
import org.mimawari.store.state.IncidentHistory.Entry;
import org.mimawari.store.state.KnownSource;
import org.mimawari.store.state.State;
import org.mimawari.store.state.StateException;
import org.mimawari.store.state.StateLocation;

/** Kills rounds with SIGKILL at many moments and looks at what is left. */
@Tag("heavy")
class AuditKilledTest {

    private static final int KILLS = 12;

    @TempDir
    private Path folder;

    @Test
    void holdsWholeRoundsOnlyWheneverItIsKilled() throws IOException, InterruptedException, StateException {
        Path evidence = folder.resolve("evidence");
        new SimulatedCompany(Set.of("S0", "S2", "S4"), 50).writeExports(evidence);
        long start = System.nanoTime();
        assertThat(round(evidence, "whole.db").waitFor()).isEqualTo(3);
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        Random random = new Random(7);

        for (int i = 0; i < KILLS; i++) {
            Process round = round(evidence, "killed.db");
            if (!round.waitFor(random.nextLong(millis / 10, millis), TimeUnit.MILLISECONDS)) {
                round.destroyForcibly().waitFor();
            }
            assertThat(incidents("killed.db")).isIn(List.of(), incidents("whole.db"));
        }
        round(evidence, "killed.db").waitFor();

        assertThat(incidents("killed.db")).isNotEmpty().isEqualTo(incidents("whole.db"));
        assertThat(pieces("killed.db")).isEqualTo(pieces("whole.db"));
    }

    private Process round(Path evidence, String state) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), "org.mimawari.cli.Main", "audit",
                "--export", evidence.toString(), "--own-domain", SimulatedCompany.DOMAIN, "--state",
                folder.resolve(state).toString()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private List<String> incidents(String state) throws StateException {
        if (Files.notExists(folder.resolve(state))) {
            return List.of();
        }
        try (State opened = State.open(new StateLocation.File(folder.resolve(state)), Duration.ofSeconds(10))) {
            Stream<KnownIncident> all = opened.incidents(TenantPlan.EXPORT).all().stream().map(Entry::incident);
            return all.map(incident -> incident.id() + " " + incident.mailbox() + " " + incident.level() + " "
                    + incident.when()).toList();
        }
    }

    private long pieces(String state) throws StateException {
        long[] pieces = {0};
        try (State opened = State.open(new StateLocation.File(folder.resolve(state)), Duration.ofSeconds(10))) {
            EvidenceArchive archive = opened.archive(TenantPlan.EXPORT);
            for (KnownSource source : archive.sources()) {
                archive.read(source.connector(), source.name(), new EvidenceSegment.Reader() {
                    @Override
                    public void record(long fingerprint) {}

                    @Override
                    public void piece(Evidence evidence) {
                        pieces[0]++;
                    }
                });
            }
        }
        return pieces[0];
    }
}
