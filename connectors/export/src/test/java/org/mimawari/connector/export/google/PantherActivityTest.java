package org.mimawari.connector.export.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.story.SharedFolder;

/** Reads activities that others collected to test their own rules. */
@Tag("heavy")
class PantherActivityTest {

    private static final ExportSettings SETTINGS = new ExportSettings(List.of(), Optional.empty(), Optional.empty(),
            ZoneId.of("UTC"), OwnDomains.of());
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void countsEveryRecordOfTheVendorsOwnShape() throws IOException {
        assertThat(lost("raw")).isZero();
    }

    @Test
    void countsEveryRecordOfTheFlattenedShape() throws IOException {
        assertThat(lost("event")).isZero();
    }

    @Test
    void showsSomethingOfEveryEventThatMatteredToOthers() throws IOException {
        TreeMap<String, TreeSet<String>> table = new TreeMap<>();
        for (JsonNode test : tests()) {
            JsonNode record = test.path("raw").isObject() ? test.path("raw") : test.path("event");
            String row = test.path("rule").asText() + (test.path("expected").asBoolean() ? " yes" : " no");
            read(record).evidence().forEach(each -> table.computeIfAbsent(row,
                    any -> new TreeSet<>()).add(words(each)));
            table.computeIfAbsent(row, any -> new TreeSet<>());
        }
        StringBuilder text = new StringBuilder("\n");
        table.forEach((row, words) -> text.append(row).append("  ").append(words).append('\n'));
        System.getLogger("corpus").log(System.Logger.Level.INFO, text.toString());

        assertThat(table.entrySet()).filteredOn(row -> row.getKey().endsWith(" yes") && row.getValue().isEmpty())
                .isEmpty();
    }

    private int lost(String shape) throws IOException {
        List<JsonNode> records = tests().stream().map(test -> test.path(shape)).filter(JsonNode::isObject).toList();
        StringBuilder lines = new StringBuilder();
        records.forEach(record -> lines.append(record).append('\n'));
        RecordingSink sink = ExportFiles.read(new ActivityReader(SETTINGS),
                new ExportFiles(folder).file(shape + ".json", lines.toString()));
        assertThat(sink.rejected()).isEmpty();
        return records.size() - sink.admitted() - sink.duplicates();
    }

    private RecordingSink read(JsonNode record) {
        return ExportFiles.read(new ActivityReader(SETTINGS),
                new ExportFiles(folder).file("one.json", record.toString()));
    }

    private static String words(Evidence piece) {
        if (piece instanceof SettingChange change) {
            return "setting " + change.topic();
        }
        return piece instanceof ProviderAlert alert ? "alert " + alert.topic() : piece.kind().word();
    }

    private static List<JsonNode> tests() throws IOException {
        Optional<Path> corpus = SharedFolder.find("corpora/panther/tests.jsonl");
        Assumptions.assumeTrue(corpus.isPresent(), SharedFolder.MISSING);
        List<JsonNode> tests = new ArrayList<>();
        try (Stream<String> lines = Files.lines(corpus.orElseThrow())) {
            for (String line : lines.filter(text -> text.contains("\"logtype\": \"G")).toList()) {
                tests.add(JSON.readTree(line));
            }
        }
        return tests;
    }
}
