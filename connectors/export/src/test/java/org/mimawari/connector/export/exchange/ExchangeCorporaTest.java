package org.mimawari.connector.export.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.story.SharedFolder;

@Tag("heavy")
class ExchangeCorporaTest {

    private static final List<String> OURS = List.of("messagerule", "mailboxsettings", "oauth2permissiongrant",
            "serviceprincipal", "appro", "mailfolder-list-messages", "user-list-messages", "message-get",
            "list-mailfolders");

    private final SettingsReader reader = new SettingsReader(ExchangeExports.settings());

    @ParameterizedTest
    @ValueSource(strings = {"contracts/graph/doc-samples", "corpora/graph-docs"})
    void readsTheDocumentedAnswers(String folder) throws IOException {
        Optional<Path> samples = SharedFolder.find(folder);
        Assumptions.assumeTrue(samples.isPresent(), SharedFolder.MISSING);
        StringBuilder table = new StringBuilder();
        StringBuilder missed = new StringBuilder();
        try (Stream<Path> files = Files.list(samples.get())) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json")).sorted().toList()) {
                read(file, table, missed);
            }
        }
        System.getLogger(getClass().getName()).log(System.Logger.Level.INFO, "\n" + table + "not taken: " + missed);
        assertThat(table).isNotEmpty();
    }

    @Test
    void leavesTheEntraSamplesAlone() {
        Optional<Path> audit = SharedFolder.find("corpora/otrf-goldensaml/AADAuditEvents.json");
        Assumptions.assumeTrue(audit.isPresent(), SharedFolder.MISSING);

        assertThat(ExportFiles.recognises(reader, source(audit.get()))).isZero();
    }

    private void read(Path file, StringBuilder table, StringBuilder missed) {
        String name = file.getFileName().toString();
        Source source = source(file);
        if (ExportFiles.recognises(reader, source) < 50) {
            missed.append(OURS.stream().anyMatch(name::contains) ? "OURS " + name + "\n" : "");
            return;
        }
        RecordingSink sink = ExportFiles.read(reader, source);
        assertThat(sink.rejected()).as(name).isEmpty();
        table.append(String.format("%-70s in %d  %s%n", name, sink.admitted(),
                sink.evidence().stream().map(Evidence::kind).toList()));
    }

    private static Source source(Path file) {
        return new Source(file, file.getFileName().toString(), Optional.empty(), List.of());
    }
}
