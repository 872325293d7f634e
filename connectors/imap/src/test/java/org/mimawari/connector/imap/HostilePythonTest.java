package org.mimawari.connector.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.evidence.story.SharedFolder;

/** Scans a collection of hostile servers, one a port, within 256 MB: each ends in time, with a reason. */
@Tag("heavy")
class HostilePythonTest {

    private static final int BASE = 24_500;
    private static final long LONGEST_MILLIS = 12_000;
    /** These servers are odd, but what they show can be read. */
    private static final Set<String> READABLE = Set.of("bad_names", "uidvalidity", "readwrite");
    private static final Set<String> BY_STARTTLS = Set.of("no_starttls", "preauth", "starttls_inject");

    @Test
    void everyHostileServerEndsInTimeWithAReason(@TempDir Path folder) throws IOException, InterruptedException {
        Optional<Path> script = SharedFolder.find("hostile-server/hostile.py");
        Assumptions.assumeTrue(script.isPresent(), SharedFolder.MISSING);
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "skipped: there is no python3");
        Process python = server(script.get(), folder);
        try {
            Map<String, Integer> scenarios = scenarios(python);
            ScanInOwnJvm.Outcome outcome = ScanInOwnJvm.run(folder.resolve("scan.log"), arguments(scenarios));
            assertThat(outcome.exitCode()).as(String.join("\n", outcome.lines())).isZero();
            assertThat(outcome.lines()).hasSize(scenarios.size());
            List<String> names = new ArrayList<>(scenarios.keySet());
            for (int i = 0; i < names.size(); i++) {
                check(names.get(i), outcome.lines().get(i));
            }
            assertThat(folder.resolve("leak.txt")).doesNotExist();
            assertThat(folder.resolve("inject.txt")).doesNotExist();
        } finally {
            python.destroy();
        }
    }

    private static void check(String name, String line) {
        String wall = line.replaceAll(".*wall-ms=(\\d+) .*", "$1");
        assertThat(Long.parseLong(wall)).as(name + ": " + line).isLessThan(LONGEST_MILLIS);
        assertThat(line).as(name).doesNotContain("\u001b").doesNotContain("OutOfMemory");
        if (READABLE.contains(name)) {
            assertThat(line).as(name).doesNotContain("accepted=0 ");
        } else {
            assertThat(line).as(name).doesNotContain("broken=0 ");
        }
    }

    private static Process server(Path script, Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("/usr/bin/python3", script.toString(), String.valueOf(BASE));
        builder.environment().put("HOSTILE_OUT", folder.toString());
        return builder.redirectError(folder.resolve("hostile.log").toFile()).start();
    }

    private static Map<String, Integer> scenarios(Process python) throws IOException {
        Map<String, Integer> scenarios = new TreeMap<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(python.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null && !line.contains("ms_silent"); line = lines.readLine()) {
            String[] words = line.split(" ");
            scenarios.put(words[1], Integer.parseInt(words[0]));
        }
        return scenarios;
    }

    private static String[] arguments(Map<String, Integer> scenarios) {
        List<String> arguments = new ArrayList<>(List.of("quick"));
        scenarios.forEach((name, port) -> arguments.add(port + "," + (BY_STARTTLS.contains(name) ? "STARTTLS" : "NONE")
                + ",-," + Scans.MAILBOX + "," + Scans.PASSWORD));
        return arguments.toArray(new String[0]);
    }
}
