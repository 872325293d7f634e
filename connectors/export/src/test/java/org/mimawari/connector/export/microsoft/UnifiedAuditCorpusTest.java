package org.mimawari.connector.export.microsoft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.story.SharedFolder;

/** Reads audit records that others published. */
@Tag("heavy")
class UnifiedAuditCorpusTest {

    private static final System.Logger LOG = System.getLogger("corpus");

    @Test
    void recognisesTheSharingRecordsOfARuleSet() throws IOException {
        Optional<Path> tests = SharedFolder.find("corpora/panther/tests.jsonl");
        Assumptions.assumeTrue(tests.isPresent(), SharedFolder.MISSING);
        ObjectMapper json = new ObjectMapper();
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(tests.get())) {
            JsonNode test = json.readTree(line);
            if (test.path("logtype").asText().startsWith("Microsoft365.Audit")) {
                lines.add(((ObjectNode) test.path("event"))
                        .put("Id", "t" + lines.size()).toString());
            }
        }

        RecordingSink sink = AuditStory.read(String.join("\n", lines));

        LOG.log(System.Logger.Level.INFO, lines.size() + " records, " + sink.admitted() + " admitted, "
                + sink.evidence().size() + " pieces of evidence");
        assertThat(sink.admitted()).isEqualTo(lines.size());
        assertThat(sink.evidence()).isNotEmpty();
    }

    @Test
    void readsTheOfficeActivityOfASimulation() {
        Optional<Path> file = SharedFolder.find("corpora/otrf-goldensaml/OfficeActivityEvents.json");
        Assumptions.assumeTrue(file.isPresent(), SharedFolder.MISSING);
        Source source = new Source(file.get(), "OfficeActivityEvents.json", Optional.empty(), List.of());

        RecordingSink sink = ExportFiles.read(AuditStory.reader(), source);

        assertThat(ExportFiles.recognises(AuditStory.reader(), source)).isGreaterThan(50);
        assertThat(sink.evidence(MailAccess.class)).singleElement()
                .satisfies(access -> assertThat(access.items()).isEqualTo(7))
                .satisfies(access -> assertThat(access.actor().ip()).isPresent());
    }

    @Test
    void leavesDirectoryAuditsToTheirOwnReader() {
        Optional<Path> file = SharedFolder.find("corpora/otrf-goldensaml/AADAuditEvents.json");
        Assumptions.assumeTrue(file.isPresent(), SharedFolder.MISSING);
        Source source = new Source(file.get(), "AADAuditEvents.json", Optional.empty(), List.of());

        assertThat(ExportFiles.recognises(AuditStory.reader(), source)).isZero();
    }
}
