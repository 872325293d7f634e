package org.mimawari.connector.export.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.OwnDomains;

class CutExportsTest {

    @TempDir
    Path folder;

    private void audit(String name, int records, int first) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < records; i++) {
            lines.append("{\"CreationTime\":\"2026-03-14T13:05:00\",\"Id\":\"").append(first + i)
                    .append("\",\"Operation\":\"UserLoggedIn\",\"RecordType\":15,\"ResultStatus\":\"Success\",")
                    .append("\"UserId\":\"info").append(i % 3).append("@shop.example\",\"ClientIP\":\"192.0.2.1\"}\n");
        }
        new ExportFiles(folder).file(name, lines.toString());
    }

    private List<String> partial() throws ConnectorException {
        ExportSettings settings = new ExportSettings(List.of(folder), Optional.empty(), Optional.empty(), ZoneOffset.UTC,
                OwnDomains.of("shop.example"));
        RecordingSink sink = new RecordingSink();
        new ExportConnector(settings).collect(sink);
        return sink.coverage().stream().filter(piece -> piece.kind() == EvidenceKind.SIGN_IN)
                .filter(piece -> piece.state() == Coverage.State.PARTIAL)
                .map(piece -> piece.source() + " " + piece.reason().orElse("")).toList();
    }

    @Test
    void fiveThousandRecordsAreWhatOnePageOfASearchHas() throws Exception {
        audit("audit.json", 5_000, 0);
        assertThat(partial()).singleElement().asString().contains("it has exactly 5,000 records");
    }

    @Test
    void fiveThousandAndOneAreNot() throws Exception {
        audit("audit.json", 5_001, 0);
        assertThat(partial()).isEmpty();
    }

    @Test
    void aFullPageThatGoesOnInTheNextFileIsWhole() throws Exception {
        audit("audit-1.json", 1_000, 0);
        audit("audit-2.json", 70, 1_000);
        assertThat(partial()).isEmpty();
    }

    @Test
    void aFullLastPageWasFollowedByAnother() throws Exception {
        audit("audit-1.json", 1_000, 0);
        audit("audit-2.json", 1_000, 1_000);
        assertThat(partial()).singleElement().asString().startsWith("audit-2.json");
    }

    @Test
    void aFullFileOfOneDayIsNotContinuedByTheNextDays() throws Exception {
        audit("audit-2026-03-14.json", 1_000, 0);
        audit("audit-2026-03-15.json", 70, 1_000);
        assertThat(partial()).singleElement().asString().startsWith("audit-2026-03-14.json");
    }

    @Test
    void aSeriesWithAHoleIsPartial() throws Exception {
        audit("audit-1.json", 7, 0);
        audit("audit-3.json", 7, 10);
        audit("audit-4.json", 7, 20);
        assertThat(partial()).containsExactly(
                "audit-1.json could not be read whole: file 2 of its series is missing");
    }

    @Test
    void namesSayHowManyFilesThereAre() throws Exception {
        audit("audit 1of3.json", 7, 0);
        audit("audit 2of3.json", 7, 10);
        assertThat(partial()).singleElement().asString().endsWith("file 3 of its series is missing");
    }
}
