package org.mimawari.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.mimawari.cli.CommandRun;
import org.mimawari.evidence.story.SharedFolder;

/** What the command line made of some files, read back from its report. */
public record ScannedFiles(JsonNode report, CommandRun run) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Scans a file or folder as a user would. */
    public static ScannedFiles of(Path files, String... options) {
        List<String> arguments = new ArrayList<>(List.of("scan", "--export", files.toString(), "--format", "json"));
        arguments.addAll(List.of(options));
        CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
        try {
            return new ScannedFiles(JSON.readTree(run.out()), run);
        } catch (IOException e) {
            throw new UncheckedIOException("no report, but: " + run.err(), e);
        }
    }

    /** A third-party sample, or the test is skipped. */
    static Path shared(String relative) {
        var path = SharedFolder.find(relative);
        Assumptions.assumeTrue(path.isPresent(), SharedFolder.MISSING);
        return path.orElseThrow();
    }

    long count(String part) {
        return report.get("evidence").get(part).asLong();
    }

    public List<JsonNode> findings() {
        return list("findings");
    }

    List<JsonNode> rejections() {
        return list("rejections");
    }

    List<JsonNode> coverage() {
        return list("coverage");
    }

    private List<JsonNode> list(String name) {
        List<JsonNode> nodes = new ArrayList<>();
        report.get(name).forEach(nodes::add);
        return nodes;
    }

    /** How often each indicator spoke, sorted. */
    Map<String, Integer> indicators() {
        Map<String, Integer> counts = new TreeMap<>();
        findings().forEach(finding -> counts.merge(finding.get("indicator").asText(), 1, Integer::sum));
        return counts;
    }

    /** How many pieces of evidence of each kind the files give, line by line as {@code mimawari evidence} prints them. */
    static Map<String, Long> evidence(Path files) throws IOException {
        CommandRun run = CommandRun.of("evidence", "--export", files.toString());
        assertThat(run.code()).as(run.err()).isIn(0, 4);
        Map<String, Long> counts = new TreeMap<>();
        for (String line : run.out().lines().toList()) {
            counts.merge(JSON.readTree(line).get("kind").asText(), 1L, Long::sum);
        }
        return counts;
    }

    private static boolean names(String name, String file, Path folder) {
        String full = folder.getFileName() + "/" + file;
        boolean message = file.endsWith(".eml") || file.endsWith(".msg");
        return name.equals(file) || name.endsWith("/" + file)
                || message && full.substring(0, full.lastIndexOf('/')).endsWith(name);
    }

    /** Nothing lost: the numbers add up, and every rejected record is named. */
    void addsUp() {
        assertThat(run.code()).as(run.err()).isIn(0, 3, 4);
        assertThat(count("read")).isEqualTo(count("accepted") + count("duplicate") + count("rejected"));
        assertThat((long) rejections().size()).isLessThanOrEqualTo(count("rejected"));
        assertThat(rejections()).allSatisfy(each -> assertThat(each.get("why").asText()).isNotBlank());
    }

    /**
     * The files below the folder that neither coverage nor a rejection names. Files of single messages are named by
     * their folder.
     */
    List<String> unaccounted(Path folder) throws IOException {
        TreeSet<String> named = new TreeSet<>();
        coverage().forEach(each -> named.add(each.get("source").asText()));
        rejections().forEach(each -> named.add(each.get("source").asText()));
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString())
                    .filter(file -> named.stream().noneMatch(name -> names(name, file, folder))).sorted().toList();
        }
    }
}
