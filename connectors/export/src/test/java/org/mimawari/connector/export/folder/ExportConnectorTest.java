package org.mimawari.connector.export.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.FormatReader;
import org.mimawari.connector.export.Preview;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.OwnDomains;

class ExportConnectorTest {

    @TempDir
    Path folder;

    @Test
    void namesTheFilesWhoseReaderFailedAndReadsTheOthers() throws Exception {
        Files.writeString(folder.resolve("a.bad"), "bad\n");
        Files.writeString(folder.resolve("b.good"), "good\n");

        RecordingSink sink = read(new Stub("good"), new Stub("bad"));

        assertThat(sink.rejected()).singleElement().asString().startsWith("a.bad file: reading bad ended before its time");
        assertThat(sink.admitted()).isEqualTo(1);
    }

    @Test
    void asksTheOtherReadersWhereOneCannotEvenLookAtAFile() throws Exception {
        Files.writeString(folder.resolve("b.good"), "good\n");

        assertThat(read(new Stub("stumbles"), new Stub("good")).admitted()).isEqualTo(1);
    }

    private RecordingSink read(FormatReader... readers) throws Exception {
        RecordingSink sink = new RecordingSink();
        new ExportConnector(new ExportSettings(List.of(folder), Optional.empty(), Optional.empty(), ZoneOffset.UTC,
                OwnDomains.of()), List.of(readers)).collect(sink);
        return sink;
    }

    /** Takes files that hold its name; two names make it fail. */
    private record Stub(String format) implements FormatReader {

        @Override
        public int recognises(Preview preview) {
            if (format.equals("stumbles")) {
                throw new IndexOutOfBoundsException("beyond the end");
            }
            return preview.text().startsWith(format) ? 90 : 0;
        }

        @Override
        public void read(List<Source> sources, EvidenceSink sink) {
            if (format.equals("bad")) {
                throw new IllegalStateException("unforeseen");
            }
            sink.admit(1);
        }
    }
}
