package org.mimawari.connector.export.exchange;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.OwnDomains;

/** An export of a small company for tests: its files, and how they are read. */
final class ExchangeExports {

    private final ExportFiles files;

    ExchangeExports(Path folder) {
        this.files = new ExportFiles(folder);
    }

    Source file(String name, String... lines) {
        return files.file(name, String.join("\n", lines));
    }

    Source file(String name, byte[] content) {
        return files.file(name, content);
    }

    static ExportSettings settings(String... own) {
        return new ExportSettings(List.of(), Optional.empty(), Optional.empty(), ZoneOffset.UTC, OwnDomains.of(own));
    }

    static RecordingSink settingsOf(Source... sources) {
        return ExportFiles.read(new SettingsReader(settings("energy.example")), sources);
    }

    static RecordingSink traceOf(Source... sources) {
        return ExportFiles.read(new MessageTraceReader(settings("energy.example")), sources);
    }
}
