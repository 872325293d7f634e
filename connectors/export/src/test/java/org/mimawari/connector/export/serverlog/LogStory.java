package org.mimawari.connector.export.serverlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.OwnDomains;

/** Writes log files, reads them all together, and hands out what they held. */
final class LogStory {

    private final ExportFiles files;
    private final List<Source> sources = new ArrayList<>();
    private ZoneId zone = ZoneId.of("Asia/Tokyo");
    private OwnDomains own = OwnDomains.of("corp.example");

    LogStory(Path folder) {
        this.files = new ExportFiles(folder);
    }

    LogStory zone(String name) {
        zone = ZoneId.of(name);
        return this;
    }

    LogStory ownDomainsUnknown() {
        own = OwnDomains.of();
        return this;
    }

    LogStory file(String name, String written, String... lines) {
        return file(name, written, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    LogStory file(String name, String written, byte[] content) {
        Source source = files.file(name, content);
        try {
            Files.setLastModifiedTime(source.path(), FileTime.from(Instant.parse(written)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sources.add(source);
        return this;
    }

    LogStory log(String... lines) {
        return file("mail.log", "2026-11-24T00:00:00Z", lines);
    }

    RecordingSink read() {
        return ExportFiles.read(reader(), sources.toArray(Source[]::new));
    }

    <E extends Evidence> List<E> read(Class<E> type) {
        return read().evidence(type);
    }

    int recognised() {
        return ExportFiles.recognises(reader(), sources.get(0));
    }

    private ServerLogReader reader() {
        return new ServerLogReader(new ExportSettings(List.of(), Optional.empty(), Optional.empty(), zone, own));
    }
}
