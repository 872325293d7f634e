package org.mimawari.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.indicator.Level;

/** Single labelled events of a rule set, each written to a file and scanned by itself, without history. */
@Tag("heavy")
class PantherCorpusTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    /** What became of one event. */
    private record Judged(String id, String rule, boolean positive, boolean spoke, boolean loud, List<String> said) {

        String line() {
            return id + "  said " + said;
        }
    }

    private static final class Tally {
        private int hits;
        private int misses;
        private int loud;
        private int soft;
        private int quiet;

        void add(Judged judged) {
            if (judged.positive()) {
                hits += judged.spoke() ? 1 : 0;
                misses += judged.spoke() ? 0 : 1;
            } else {
                loud += judged.loud() ? 1 : 0;
                soft += judged.spoke() && !judged.loud() ? 1 : 0;
                quiet += judged.spoke() ? 0 : 1;
            }
        }

        double recall() {
            return hits / (double) Math.max(1, hits + misses);
        }

        double falseAlarms() {
            return loud / (double) Math.max(1, loud + soft + quiet);
        }

        String line() {
            return "hits %d of %d; negatives: %d alarmed, %d noted below the rule's level, %d quiet".formatted(hits,
                    hits + misses, loud, soft, quiet);
        }
    }

    @Test
    void saysWhatOneEventCanShowAndLittleElse() throws IOException {
        Map<String, Tally> rules = new TreeMap<>();
        Tally all = new Tally();
        List<String> remarks = new ArrayList<>();
        for (JsonNode test : tests()) {
            Judged judged = judge(test);
            if (!RuleMatter.of(judged.rule()).isJudged()) {
                remarks.add("apart (" + RuleMatter.of(judged.rule()).why() + "): " + judged.line());
            } else if (!judged.positive() && RuleMatter.isNegativeByConfiguration(judged.id())) {
                remarks.add("negative by configuration: " + judged.line());
            } else {
                rules.computeIfAbsent(judged.rule(), any -> new Tally()).add(judged);
                all.add(judged);
                remark(judged, remarks);
            }
        }
        print(rules, all, remarks);
        assertThat(all.recall()).isGreaterThanOrEqualTo(0.90);
        assertThat(all.falseAlarms()).isLessThanOrEqualTo(0.05);
    }

    private Judged judge(JsonNode test) throws IOException {
        JsonNode record = test.path("raw").isObject() ? test.get("raw") : test.get("event");
        Path file = Files.writeString(folder.resolve("event.json"), record.toString());
        ScannedFiles scanned = ScannedFiles.of(file);
        scanned.addsUp();
        assertThat(scanned.count("accepted")).as(test.get("id").asText()).isEqualTo(1);
        String rule = test.get("rule").asText();
        List<JsonNode> same = scanned.findings().stream()
                .filter(finding -> RuleMatter.of(rule).ids().contains(finding.get("indicator").asText())).toList();
        Level limit = Level.valueOf(test.get("severity").asText().toUpperCase(Locale.ROOT));
        boolean loud = same.stream().anyMatch(finding -> level(finding).compareTo(limit) >= 0);
        List<String> said = scanned.findings().stream()
                .map(finding -> finding.get("indicator").asText() + ":" + level(finding)).toList();
        return new Judged(test.get("id").asText(), rule, test.get("expected").asBoolean(), !same.isEmpty(), loud, said);
    }

    private static Level level(JsonNode finding) {
        return Level.valueOf(finding.get("level").asText());
    }

    private static void remark(Judged judged, List<String> remarks) {
        if (judged.positive() && !judged.spoke()) {
            remarks.add("missed: " + judged.line());
        } else if (!judged.positive() && judged.spoke()) {
            remarks.add((judged.loud() ? "false alarm: " : "noted: ") + judged.line());
        }
    }

    private static void print(Map<String, Tally> rules, Tally all, List<String> remarks)
            throws IOException {
        StringBuilder text = new StringBuilder();
        rules.forEach((rule, tally) -> text.append("%n%-62s %s".formatted(rule, tally.line())));
        text.append("%n%-62s %s; recall %.3f, false alarms %.3f".formatted("ALL", all.line(), all.recall(),
                all.falseAlarms()));
        remarks.forEach(remark -> text.append("\n  ").append(remark));
        Figures.print("panther", text.toString().strip());
    }

    private static List<JsonNode> tests() throws IOException {
        List<JsonNode> tests = new ArrayList<>();
        for (String line : Files.readAllLines(ScannedFiles.shared("corpora/panther/tests.jsonl"))) {
            tests.add(JSON.readTree(line));
        }
        return tests;
    }
}
