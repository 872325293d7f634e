package org.mimawari.connector.export.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.connector.export.google.ActivityReaderTest.event;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.connector.export.folder.ExportConnector;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.OwnDomains;

class GoogleFormatsTest {

    @TempDir
    Path folder;

    @Test
    void findsTheReaderForEachFileOfAFolder() throws ConnectorException {
        ExportFiles files = new ExportFiles(folder);
        files.file("login.json", event("login", "1", "login_success"));
        files.file("aoi@corp.example/vacation.json", "{\"enableAutoReply\":true,\"responseSubject\":\"Away\"}");
        files.file("gam/filters.csv", "User,id,from,trash\naoi@corp.example,F1,from it@corp.example,trash\n");
        files.file("console.csv", "日付,イベント,ユーザー\n2026/03/01 9:00:00,ログイン成功,aoi@corp.example\n");
        RecordingSink sink = new RecordingSink();

        new ExportConnector(new ExportSettings(List.of(folder), Optional.empty(), Optional.empty(),
                ZoneId.of("Asia/Tokyo"),
                OwnDomains.of("corp.example"))).collect(sink);

        assertThat(sink.rejected()).isEmpty();
        assertThat(sink.evidence()).hasSize(4)
                .allMatch(piece -> piece.mailbox().orElseThrow().text().equals("aoi@corp.example"));
        assertThat(sink.coverage()).extracting(Coverage::takenFor).doesNotContain("unknown").hasSizeGreaterThan(3);
    }
}
