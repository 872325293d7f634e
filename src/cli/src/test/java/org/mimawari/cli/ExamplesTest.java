package org.mimawari.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mimawari.simulator.SimulatedCompany;

/**
 * Every example is run and its report compared with the one checked in beside it. To write them anew after a wanted
 * change: {@code mvn -pl src/cli -am test -Dtest=ExamplesTest -Dexamples.write=true}, then read the difference.
 */
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("../../examples");
    private static final boolean WRITE = Boolean.getBoolean("examples.write");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    /** An example: its folder, and the mailboxes that are taken over in it. */
    private record Example(String name, List<String> compromised) {}

    private static List<Example> examples() {
        return List.of(
                new Example("s0-relay-through-info", List.of("info@hinode.example")),
                new Example("s1-bounces-for-mail-never-sent", List.of("suzuki@hinode.example")),
                new Example("s2-twenty-minutes-of-noreply", List.of("noreply@hinode.example")),
                new Example("s3-from-dawn-to-dusk", List.of("koho@hinode.example")),
                new Example("s4-quiet-theft", List.of("tanaka@hinode.example")),
                new Example("mixed", List.of("info@hinode.example", "koho@hinode.example", "noreply@hinode.example",
                        "suzuki@hinode.example", "tanaka@hinode.example")));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void givesTheReportThatIsCheckedIn(Example example) throws IOException {
        Path home = EXAMPLES.resolve(example.name());
        if (WRITE) {
            writeEvidence(example.name(), home.resolve("evidence"));
        }
        CommandRun run = CommandRun.of("scan", "--export", home.resolve("evidence").toString(), "--own-domain",
                "hinode.example", "--zone", "Asia/Tokyo", "-o", folder.toString(), "--format", "json");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.INCIDENT);
        compare(example.name(), folder.resolve("report.json"), home.resolve("expected.json"));
        assertThat(compromised(folder.resolve("report.json"))).isEqualTo(Set.copyOf(example.compromised()));
    }

    @Test
    void theConfigurationFileScansTheMixedFolder() throws IOException {
        CommandRun run = CommandRun.of("scan", "-c", EXAMPLES.resolve("mimawari.yaml").toString(), "-o", folder.toString(),
                "--format", "json");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.INCIDENT);
        assertThat(compromised(folder.resolve("report.json"))).hasSize(5);
    }

    @Test
    void theOrderOfTheFilesDoesNotMatter() throws IOException {
        Path evidence = EXAMPLES.resolve("s4-quiet-theft/evidence/microsoft365");
        List<Path> files;
        try (Stream<Path> list = Files.list(evidence)) {
            files = list.sorted().toList();
        }
        assertThat(findings(files)).isEqualTo(findings(files.stream().sorted((a, b) -> b.compareTo(a)).toList()));
    }

    private JsonNode findings(List<Path> files) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("scan", "--own-domain", "hinode.example", "--format", "json",
                "--export"));
        files.forEach(file -> arguments.add(file.toString()));
        return JSON.readTree(CommandRun.of(arguments.toArray(String[]::new)).out()).get("findings");
    }

    private static void compare(String example, Path actual, Path expected) throws IOException {
        ObjectNode report = (ObjectNode) JSON.readTree(actual.toFile());
        report.remove("run");
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
        if (WRITE) {
            Files.writeString(expected, text);
        }
        List<String> was = Files.readAllLines(expected);
        List<String> is = text.lines().toList();
        int line = 0;
        while (line < Math.min(was.size(), is.size()) && was.get(line).equals(is.get(line))) {
            line++;
        }
        if (line < Math.max(was.size(), is.size())) {
            fail("the report of example %s differs from line %d of its expected.json on:%n  expected %s%n  but is    %s",
                    example, line + 1, part(was, line), part(is, line));
        }
    }

    private static String part(List<String> lines, int from) {
        return from >= lines.size() ? "the end"
                : String.join(" ", lines.subList(from, Math.min(lines.size(), from + 3))).strip();
    }

    private static Set<String> compromised(Path report) throws IOException {
        Set<String> names = new TreeSet<>();
        for (JsonNode mailbox : JSON.readTree(report.toFile()).get("mailboxes")) {
            if (mailbox.get("verdict").asText().equals("COMPROMISED")) {
                names.add(mailbox.get("address").asText());
            }
        }
        return names;
    }

    private static void writeEvidence(String name, Path evidence) throws IOException {
        Set<String> takeovers = name.equals("mixed") ? Set.of("S0", "S1", "S2", "S3", "S4")
                : Set.of(name.substring(0, 2).toUpperCase(Locale.ROOT));
        SimulatedCompany company = new SimulatedCompany(takeovers, 20);
        boolean all = name.equals("mixed");
        if (all || name.startsWith("s4")) {
            company.writeCloudExports(evidence);
        }
        if (all || name.startsWith("s1")) {
            company.writeMailFolders(evidence);
        }
        if (all || !name.startsWith("s1") && !name.startsWith("s4")) {
            company.writeServerLogs(evidence);
        }
    }
}
