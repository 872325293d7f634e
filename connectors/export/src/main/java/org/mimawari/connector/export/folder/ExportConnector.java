package org.mimawari.connector.export.folder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.EvidenceSink;
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
        SourceFiles files = new SourceFiles(settings);
        List<Source> sources = files.find();
        files.unreadable().forEach((name, why) -> missed(sink, name, why));
        if (sources.isEmpty() && files.unreadable().isEmpty()) {
            throw new ConnectorException(Problem.USAGE, "no file was found under " + settings.paths());
        }
        Map<FormatReader, List<Source>> byReader = new LinkedHashMap<>();
        for (Source source : sources) {
            recognise(source, sink).ifPresent(
                    reader -> byReader.computeIfAbsent(reader, any -> new ArrayList<>()).add(source));
        }
        ProgressSink counted = new ProgressSink(sink, sources);
        byReader.forEach((reader, taken) -> {
            counted.enter(reader.system());
            CutExports whole = new CutExports(counted, reader.limits());
            reader.read(taken, whole);
            whole.release();
        });
    }

    private Optional<FormatReader> recognise(Source source, EvidenceSink sink) {
        try {
            Preview preview = source.preview();
            if (preview.bytes().length == 0) {
                ignore(sink, source.name(), "empty file");
                return Optional.empty();
            }
            Optional<FormatReader> best = best(preview);
            if (best.isEmpty()) {
                refuse(sink, source.name(), preview.isBinary() ? "a binary file of no known format"
                        : "the format was not recognised");
            }
            return best;
        } catch (IOException e) {
            missed(sink, source.name(), "cannot be opened: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<FormatReader> best(Preview preview) {
        Optional<FormatReader> best = Optional.empty();
        int most = SURE_ENOUGH - 1;
        for (FormatReader reader : readers) {
            int sure = reader.recognises(preview);
            if (sure > most) {
                most = sure;
                best = Optional.of(reader);
            }
        }
        return best;
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
    private static void missed(EvidenceSink sink, String name, String why) {
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
