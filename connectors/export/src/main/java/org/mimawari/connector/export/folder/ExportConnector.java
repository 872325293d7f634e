package org.mimawari.connector.export.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.Checkpoints;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.RawRecords;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.FormatReader;
import org.mimawari.connector.export.Preview;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;

/**
 * Reads exported evidence: finds the files, recognises each format by content, and hands all files of one format to its
 * reader. A file that nobody recognises, or that cannot be opened, is named and does not stop the others.
 */
public final class ExportConnector implements Connector {

    private static final String UNREADABLE = "unreadable ";
    private static final String NO_FORMAT = "none";
    private static final int SURE_ENOUGH = 50;
    private static final List<EvidenceKind> USUAL = List.of(EvidenceKind.SIGN_IN, EvidenceKind.MAILBOX_RULE,
            EvidenceKind.FORWARDING_SETTING, EvidenceKind.SENT_MESSAGE);

    private final ExportSettings settings;
    private final List<FormatReader> readers;

    public ExportConnector(ExportSettings settings) {
        this(settings, FormatReaders.all(settings));
    }

    ExportConnector(ExportSettings settings, List<FormatReader> readers) {
        this.settings = settings;
        this.readers = List.copyOf(readers);
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public void collect(EvidenceSink sink) throws ConnectorException {
        collect(sink, Checkpoints.NONE);
    }

    /** Reads new and changed files, and what was added to those that grew; packed files count as other files. */
    @Override
    public void collect(EvidenceSink sink, Checkpoints checkpoints) throws ConnectorException {
        try (SourceFiles files = new SourceFiles(settings)) {
            collect(files, sink, checkpoints);
        }
    }

    private void collect(SourceFiles files, EvidenceSink sink, Checkpoints checkpoints) throws ConnectorException {
        List<Source> sources = find(files);
        NewFiles changes = new NewFiles(sources, checkpoints, readers);
        Map<FormatReader, List<Source>> byReader = toRead(files, changes, sink, checkpoints);
        ProgressSink counted = new ProgressSink(sink, byReader.values().stream().flatMap(List::stream).toList());
        byReader.forEach((reader, taken) -> {
            List<FileMark> marks = taken.stream().map(source -> changes.mark(source, reader.format(),
                    reader.readsOn(source)))
                    .toList();
            read(reader, taken, counted);
            for (int i = 0; i < marks.size(); i++) {
                checkpoints.put(taken.get(i).name(), marks.get(i).text());
            }
        });
    }

    private List<Source> find(SourceFiles files) throws ConnectorException {
        List<Source> sources = files.find();
        if (sources.isEmpty() && files.unreadable().isEmpty()) {
            throw new ConnectorException(Problem.USAGE, "no file was found under " + settings.paths());
        }
        return sources;
    }

    /** What to read anew, by format; what cannot be read, and what nobody knows the format of, is named to the sink. */
    Map<FormatReader, List<Source>> toRead(SourceFiles files, EvidenceSink sink) throws ConnectorException {
        return toRead(files, new NewFiles(find(files), Checkpoints.NONE, readers), sink, Checkpoints.NONE);
    }

    private Map<FormatReader, List<Source>> toRead(SourceFiles files, NewFiles changes, EvidenceSink sink,
            Checkpoints checkpoints) {
        files.unreadable().forEach((name, why) -> {
            String place = UNREADABLE + why;
            if (checkpoints.find(name).equals(Optional.of(place))) {
                checkpoints.keep(name);
            } else {
                checkpoints.replace(name);
                missed(sink, name, why);
            }
            checkpoints.put(name, place);
        });
        return changes.toRead(recognised(changes, checkpoints, sink), readers, files.found());
    }

    @Override
    public void reread(Set<EvidenceRef> wanted, RawRecords taker) throws ConnectorException {
        CitedRecords cited = new CitedRecords(wanted, taker);
        new SourceFiles(settings).find().forEach(cited::read);
    }

    private Map<FormatReader, List<Source>> recognised(NewFiles changes, Checkpoints checkpoints, EvidenceSink sink) {
        Map<FormatReader, List<Source>> byReader = new LinkedHashMap<>();
        for (Source source : changes.toRecognise()) {
            Optional<FormatReader> reader = recognise(source, sink, checkpoints);
            reader.ifPresent(format -> byReader.computeIfAbsent(format, any -> new ArrayList<>()).add(source));
            if (reader.isEmpty()) {
                checkpoints.put(source.name(), changes.mark(source, NO_FORMAT, false).text());
            }
        }
        return byReader;
    }

    /** What a reader did not foresee in hostile files ends the files of that format, never the scan. */
    static void read(FormatReader reader, List<Source> sources, EvidenceSink sink) {
        sink.enter(reader.system());
        CutExports whole = new CutExports(sink, reader.limits());
        try {
            reader.read(sources, whole);
        } catch (UncheckedIOException ours) {
            throw ours;
        } catch (RuntimeException unforeseen) {
            String why = "reading " + reader.format() + " ended before its time: " + unforeseen;
            sources.forEach(source -> missed(whole, source.name(), why));
        }
        whole.release();
    }

    private Optional<FormatReader> recognise(Source source, EvidenceSink sink, Checkpoints checkpoints) {
        try {
            Preview preview = source.preview();
            if (preview.bytes().length == 0) {
                checkpoints.replace(source.name());
                ignore(sink, source.name(), "empty file");
                return Optional.empty();
            }
            Optional<FormatReader> best = best(preview);
            if (best.isEmpty()) {
                checkpoints.replace(source.name());
                refuse(sink, source.name(), ForeignFile.name(preview).orElse(preview.isBinary()
                        ? "a binary file of no known format" : "the format was not recognised"));
            }
            return best;
        } catch (IOException e) {
            checkpoints.replace(source.name());
            missed(sink, source.name(), "cannot be opened: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<FormatReader> best(Preview preview) {
        Optional<FormatReader> best = Optional.empty();
        int most = SURE_ENOUGH - 1;
        for (FormatReader reader : readers) {
            int sure = sure(reader, preview);
            if (sure > most) {
                most = sure;
                best = Optional.of(reader);
            }
        }
        return best;
    }

    private static int sure(FormatReader reader, Preview preview) {
        try {
            return reader.recognises(preview);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | IllegalStateException unforeseen) {
            return 0;
        }
    }

    /** An empty file holds no record, so nothing of it is lost. */
    private static void ignore(EvidenceSink sink, String name, String why) {
        sink.cover(nothing(name, EvidenceKind.SETTING_CHANGE, why));
    }

    /** What nobody knows the format of is named; what it would have shown is missing from its kind anyway. */
    private static void refuse(EvidenceSink sink, String name, String why) {
        sink.reject(new EvidenceRef(name, "file", Optional.empty()), why);
        sink.cover(nothing(name, EvidenceKind.SETTING_CHANGE, why));
    }

    /** A file that cannot be opened may have held anything, so no mailbox is called clean beside it. */
    static void missed(EvidenceSink sink, String name, String why) {
        sink.reject(new EvidenceRef(name, "file", Optional.empty()), why);
        for (EvidenceKind kind : USUAL) {
            sink.cover(Coverage.broken(nothing(name, kind, why), Coverage.State.NOT_COLLECTED, why));
        }
    }

    private static Coverage nothing(String name, EvidenceKind kind, String why) {
        return new Coverage(name, "unknown", kind, Optional.empty(), Coverage.State.NOT_COLLECTED, Optional.of(why),
                Optional.empty(), Optional.empty(), 0);
    }
}
