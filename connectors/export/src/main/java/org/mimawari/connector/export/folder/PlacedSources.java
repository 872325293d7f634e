package org.mimawari.connector.export.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.MailboxAddress;

/** Finds sources again that another program found, also within archives, which stay open until this is closed. */
final class PlacedSources implements AutoCloseable {

    private final ExportSettings settings;
    private final Function<String, Path> paths;
    private final Map<String, SourceFiles> archives = new HashMap<>();

    PlacedSources(ExportSettings settings, Function<String, Path> paths) {
        this.settings = settings;
        this.paths = paths;
    }

    /** @throws IllegalStateException where one is gone, so that nobody takes the rest for the whole */
    List<Source> all(ExportPart part) {
        List<Source> sources = new ArrayList<>();
        for (ExportPart.Placed placed : part.sources()) {
            sources.add(placed.isPacked() ? inside(placed) : named(placed, paths));
        }
        return sources;
    }

    static Source named(ExportPart.Placed placed, Function<String, Path> paths) {
        return new Source(paths.apply(placed.path()), placed.name(), MailboxAddress.find(placed.owner()),
                placed.folders(), new Source.Start(placed.offset(), placed.lines(), placed.end()));
    }

    private Source inside(ExportPart.Placed placed) {
        SourceFiles files = archives.get(placed.path());
        if (files == null) {
            files = new SourceFiles(settings);
            archives.put(placed.path(), files);
            files.inside(paths.apply(placed.path()), paths.apply(placed.base()));
        }
        return files.found().stream().filter(source -> source.name().equals(placed.name())).findFirst()
                .orElseThrow(() -> new IllegalStateException("the archive no longer holds " + placed.name()));
    }

    @Override
    public void close() {
        archives.values().forEach(SourceFiles::close);
    }
}
