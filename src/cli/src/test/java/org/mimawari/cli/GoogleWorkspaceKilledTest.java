package org.mimawari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mimawari.simulator.google.FakeWorkspace;
import org.mimawari.simulator.google.HijackedWorkspace;
import org.mimawari.simulator.google.ServiceAccountKey;
import org.mimawari.simulator.google.WorkspaceFault;

/** Kills the program with SIGKILL while it reads Google Workspace, and runs it again. */
@Tag("heavy")
class GoogleWorkspaceKilledTest {

    /** Of eight readers, each with 24 messages that are not yet kept, or one page. */
    private static final int ON_THE_WAY = 8 * 25;

    @TempDir
    private Path folder;

    private Path configuration(FakeWorkspace fake, String name) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.writeString(home.resolve("key.json"), ServiceAccountKey.JSON);
        return Files.writeString(home.resolve("mimawari.yaml"), """
                tenants:
                  - name: kogane
                    own-domains: [%s]
                    connectors:
                      - type: google-workspace
                        admin: %s
                        key-file: key.json
                        test-endpoint: %s
                        parallel: 8
                        resume: pages
                """.formatted(HijackedWorkspace.DOMAIN, FakeWorkspace.ADMIN, fake.address()));
    }

    private Process start(String command, Path configuration) throws IOException {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                "org.mimawari.cli.Main", command, "-c", configuration.toString()));
        if (command.equals("audit")) {
            line.addAll(List.of("--state", configuration.resolveSibling("state.db").toString()));
        }
        return new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(
                configuration.resolveSibling("said.txt").toFile()).start();
    }

    /** What was found: everything the program said of the incident, less what differs from run to run. */
    private static List<String> found(Path configuration) throws IOException {
        return Files.readAllLines(configuration.resolveSibling("said.txt")).stream()
                .filter(line -> line.contains(HijackedWorkspace.VICTIM)).toList();
    }

    @ParameterizedTest
    @CsvSource({"scan, 2", "scan, 30", "scan, 250", "audit, 12", "audit, 150", "audit, 400"})
    void goesOnWhereItWasKilled(String command, int requests) throws IOException, InterruptedException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.DAYS);
        AtomicReference<Optional<Process>> victim = new AtomicReference<>(Optional.empty());
        AtomicInteger left = new AtomicInteger(requests);
        WorkspaceFault death = (request, usual) -> {
            if (left.decrementAndGet() == 0) {
                victim.get().ifPresent(Process::destroyForcibly);
            }
            return Optional.empty();
        };
        try (FakeWorkspace fake = FakeWorkspace.of(HijackedWorkspace.at(now))) {
            Path whole = configuration(fake, "whole");
            int code = start(command, whole).waitFor();
            int all = fake.requests().size();
            fake.with(death);
            Path killed = configuration(fake, "killed");
            victim.set(Optional.of(start(command, killed)));
            assertThat(victim.get().orElseThrow().waitFor()).as("killed").isEqualTo(137);
            List<String> before = asked(fake, all);

            assertThat(start(command, killed).waitFor()).isEqualTo(code).isEqualTo(3);

            List<String> again = new ArrayList<>(asked(fake, all + before.size()));
            assertThat(before.size() + again.size()).isLessThan(all + ON_THE_WAY);
            again.retainAll(new HashSet<>(before));
            assertThat(again).filteredOn(each -> !each.contains("domains") && !each.contains("/messages/"))
                    .hasSizeLessThan(10);
            assertThat(found(killed)).isNotEmpty().isEqualTo(found(whole));
            assertThat(killed.resolveSibling("pages")).isEmptyDirectory();
        }
    }

    private static List<String> asked(FakeWorkspace fake, int from) {
        return fake.requests().stream().skip(from).map(request -> request.path() + new TreeMap<>(request.query()))
                .toList();
    }
}
