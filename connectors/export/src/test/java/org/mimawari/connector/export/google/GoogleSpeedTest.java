package org.mimawari.connector.export.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.connector.export.google.ActivityReaderTest.event;
import static org.mimawari.connector.export.google.ActivityReaderTest.many;
import static org.mimawari.connector.export.google.ActivityReaderTest.param;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.connector.export.Source;

/** Reads a log of many records, to see how long it takes. */
@Tag("heavy")
class GoogleSpeedTest {

    private static final int RECORDS = 200_000;

    @TempDir
    Path folder;

    @Test
    void readsManySignInsInSeconds() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < RECORDS; i++) {
            lines.append(event("login", Integer.toString(i), "login_success", param("login_type", "google_password"),
                    many("login_challenge_method", "password", "google_prompt"))).append('\n');
        }
        Source source = new ExportFiles(folder).file("many.json", lines.toString());
        long start = System.nanoTime();
        RecordingSink sink = ExportFiles.read(new ActivityReader(GoogleSettings.own()), source);
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        System.getLogger("speed").log(System.Logger.Level.INFO, RECORDS + " records in " + seconds + " s");

        assertThat(sink.admitted()).isEqualTo(RECORDS);
        assertThat(seconds).isLessThan(30);
    }
}
