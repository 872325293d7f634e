package org.mimawari.connector.export.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.Settings;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.evidence.Coverage;

/** Parts read one by one, and put together, tell what one reader of everything tells. */
class ExportPartsTest {

    private static final String HEAD = "CreationDate,Operation,UserId,ResultCount,AuditData\n";

    @TempDir
    private Path folder;

    @Test
    void readsTheStretchesOfAFileAsTheFile() throws ConnectorException, IOException {
        Files.writeString(folder.resolve("log.ndjson"), IntStream.range(0, 400).mapToObj(ExportPartsTest::signIn)
                .collect(Collectors.joining("\n")));
        assertThat(inParts(7_000).evidence()).hasSize(400).isEqualTo(byOne().evidence());
    }

    @Test
    void cutsNoFileBetweenTheLinesOfOneRecord() throws ConnectorException, IOException {
        String pretty = signIn(3).replace(",\"", ",\n\"").replace("{", "{\n");
        Files.writeString(folder.resolve("log.ndjson"), signIn(0) + "\n" + signIn(1) + "\n" + pretty + "\n"
                + signIn(4));
        RecordingSink parts = inParts(40);
        assertThat(parts.evidence()).hasSize(4).isEqualTo(byOne().evidence());
        assertThat(parts.rejected()).isEqualTo(byOne().rejected());
    }

    @Test
    void namesBrokenLinesByTheirNumbersInTheFile() throws ConnectorException, IOException {
        List<String> lines = new ArrayList<>(IntStream.range(0, 300).mapToObj(ExportPartsTest::signIn).toList());
        lines.set(7, "{\"broken");
        lines.set(222, "no object at all");
        Files.write(folder.resolve("log.ndjson"), lines);
        assertThat(inParts(5_000).rejected()).hasSize(2).isEqualTo(byOne().rejected());
    }

    @Test
    void missesNothingWhereThePagesOfASearchAreSeveralFiles() throws ConnectorException, IOException {
        page("page one.csv", 0, 3, 6);
        page("page two.csv", 3, 6, 6);
        assertThat(inParts(100).coverage()).noneMatch(ExportPartsTest::misses).isEqualTo(byOne().coverage());
    }

    @Test
    void missesWhatASearchFoundAndNoFileHas() throws ConnectorException, IOException {
        page("page one.csv", 0, 3, 9);
        page("page two.csv", 3, 6, 9);
        assertThat(inParts(100).coverage()).anyMatch(ExportPartsTest::misses).isEqualTo(byOne().coverage());
    }

    private void page(String name, int from, int to, int found) throws IOException {
        Files.writeString(folder.resolve(name), HEAD + IntStream.range(from, to)
                .mapToObj(i -> "2026-03-02T10:00:00Z,UserLoggedIn,"
                + "p@shop.example," + found + ",\"" + signIn(i).replace("\"", "\"\"") + "\"\n")
                        .collect(Collectors.joining()));
    }

    private static String signIn(int number) {
        return ("{\"CreationTime\":\"2026-03-02T10:00:00\",\"Id\":\"00000000-0000-0000-0000-%012d\","
                + "\"RecordType\":15,\"Operation\":\"UserLoggedIn\",\"Workload\":\"AzureActiveDirectory\","
                + "\"UserId\":\"p%d@shop.example\",\"ClientIP\":\"192.0.2.7\"}").formatted(number, number % 5);
    }

    private RecordingSink byOne() throws ConnectorException {
        RecordingSink sink = new RecordingSink();
        new ExportConnectorFactory().connector(settings()).collect(sink);
        return sink;
    }

    private RecordingSink inParts(long stretch) throws ConnectorException, IOException {
        ExportParts exports = new ExportParts(settings(), ExportPartsTest::path);
        RecordingSink sink = new RecordingSink();
        List<ExportParts.Shown> shown = new ArrayList<>();
        for (ExportPart whole : exports.plan(sink)) {
            List<ExportPart.Cut> cuts = new ArrayList<>();
            for (int i = 0; i < whole.stretches(stretch); i++) {
                cuts.add(exports.cut(whole, i * stretch, (i + 1) * stretch));
            }
            for (ExportPart part : cuts.size() > 1 ? whole.divided(cuts) : List.of(whole)) {
                shown.add(exports.read(part, sink));
            }
        }
        exports.report(shown, sink);
        return sink;
    }

    private static boolean misses(Coverage piece) {
        return piece.reason()
                .filter(why -> why.contains("the search found 9 records, of which 6 are here")).isPresent();
    }

    private static Path path(String given) {
        return given.startsWith("file:") ? Path.of(URI.create(given)) : Path.of(given);
    }

    private Settings settings() {
        return new Settings(Map.of("paths", List.of(folder.toString())));
    }
}
