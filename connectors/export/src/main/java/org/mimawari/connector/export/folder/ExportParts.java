package org.mimawari.connector.export.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.Settings;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.FormatReader;
import org.mimawari.connector.export.PartReader;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.MailboxAddress;

/**
 * Reads exported evidence as {@link ExportConnector} does, but in parts that several programs can share: one plans, any
 * read, and the one that planned puts together what the parts show.
 */
public final class ExportParts {

    private final ExportSettings settings;
    private final List<FormatReader> readers;
    private final Function<String, Path> paths;

    /**
     * What a part shows of its sources beside their records, and how many records each has; both empty where the reader
     * has told the sink itself.
     */
    public record Shown(ExportPart part, List<String> shown, Map<String, Long> records) implements Serializable {

        public Shown {
            shown = new ArrayList<>(shown);
            records = new HashMap<>(records);
        }
    }

    /**
     * @param paths finds a file by its path as it was given, or by its URI; {@link InvalidPathException} where it
     * is neither
     */
    public ExportParts(Settings settings, Function<String, Path> paths) throws ConnectorException {
        this.settings = ExportConnectorFactory.settings(settings, paths);
        this.readers = FormatReaders.all(this.settings);
        this.paths = paths;
    }

    /**
     * Everything there is to read, in the order in which one program would. What cannot be read is named to the sink.
     *
     * @throws ConnectorException with {@code USAGE} where a given path does not exist
     */
    public List<ExportPart> plan(EvidenceSink sink) throws ConnectorException {
        try (SourceFiles files = new SourceFiles(settings)) {
            List<ExportPart> parts = new ArrayList<>();
            new ExportConnector(settings, readers).toRead(files, sink).forEach((reader, sources) -> {
                if (reader instanceof PartReader) {
                    sources.forEach(source -> parts.add(part(files, reader, List.of(source))));
                } else {
                    parts.add(part(files, reader, sources));
                }
            });
            return parts;
        }
    }

    private ExportPart part(SourceFiles files, FormatReader reader, List<Source> sources) {
        boolean isDivisible = reader instanceof PartReader && files.outermost(sources.get(0)).isEmpty()
                && reader.readsOn(sources.get(0));
        return new ExportPart(readers.indexOf(reader), isDivisible,
                sources.stream().mapToLong(source -> size(source.path())).sum(),
                sources.stream().map(source -> placed(files, source)).toList());
    }

    private static ExportPart.Placed placed(SourceFiles files, Source source) {
        Optional<Path> archive = files.outermost(source);
        String base = archive.map(any -> uri(files.base(source))).orElse("");
        return new ExportPart.Placed(uri(archive.orElse(source.path())), base, source.name(),
                source.owner().map(MailboxAddress::text).orElse(""), source.folders(), 0, 0, Long.MAX_VALUE);
    }

    private static String uri(Path path) {
        return path.toAbsolutePath().toUri().toString();
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException unknown) {
            return 0;
        }
    }

    /** The mail system a part belongs to. */
    public String system(ExportPart part) {
        return readers.get(part.reader()).system();
    }

    /**
     * Looks for a place to cut a divisible part between two places, and counts lines.
     *
     * @throws IOException where the file cannot be read
     */
    public ExportPart.Cut cut(ExportPart part, long from, long to) throws IOException {
        try (InputStream in = Files.newInputStream(paths.apply(part.sources().get(0).path()))) {
            return new LineCounting(from).cut(in, to);
        }
    }

    /** Reads a part. Where this ends with an exception, the part has to be read again from its beginning. */
    public Shown read(ExportPart part, EvidenceSink sink) {
        FormatReader reader = readers.get(part.reader());
        try (PlacedSources sources = new PlacedSources(settings, paths)) {
            List<Source> all = sources.all(part);
            if (reader instanceof PartReader parts && part.sources().size() == 1 && all.size() == 1) {
                sink.enter(reader.system());
                CutExports counted = new CutExports(sink, reader.limits());
                String shown = parts.readPart(all.get(0), counted);
                return new Shown(part, List.of(shown), counted.counts());
            }
            ExportConnector.read(reader, all, sink);
            return new Shown(part, List.of(), Map.of());
        }
    }

    /**
     * Reports to the sink the coverage that is known only when all parts were read; they come in the order of the
     * plan.
     */
    public void report(List<Shown> all, EvidenceSink sink) {
        for (FormatReader each : readers) {
            List<Shown> own = all.stream().filter(shown -> readers.get(shown.part().reader()) == each
                    && !shown.shown().isEmpty()).toList();
            if (each instanceof PartReader reader && !own.isEmpty()) {
                report(reader, own, sink);
            }
        }
    }

    private void report(PartReader reader, List<Shown> own, EvidenceSink sink) {
        sink.enter(reader.system());
        CutExports whole = new CutExports(sink, reader.limits());
        List<PartReader.Part> parts = new ArrayList<>();
        for (Shown shown : own) {
            shown.records().forEach(whole::counted);
            ExportPart.Placed placed = shown.part().sources().get(0);
            parts.add(new PartReader.Part(PlacedSources.named(placed, paths), shown.shown().get(0)));
        }
        reader.report(parts, whole);
        whole.release();
    }
}
