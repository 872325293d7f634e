package org.mimawari.connector.export;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;

/** Reads sources one after the other, so that one that breaks does not stop the rest, and reports their coverage. */
public final class SourceReading {

    /** Reads one source. */
    @FunctionalInterface
    public interface OneSource {
        void read(Source source) throws IOException;
    }

    private final String format;
    private final EvidenceSink sink;

    public SourceReading(String format, EvidenceSink sink) {
        this.format = format;
        this.sink = sink;
    }

    /** Reads each source; the kinds it shows are covered fully, or partly where it broke off. */
    public void each(List<Source> sources, Set<EvidenceKind> kinds, OneSource reader) {
        for (Source source : sources) {
            Optional<String> broken = read(source, reader);
            kinds.stream().sorted().forEach(kind -> cover(source, kind, broken));
        }
    }

    /** Reports that the source shows this kind: fully, or partly for the given reason. */
    public void cover(Source source, EvidenceKind kind, Optional<String> broken) {
        Coverage.State state = broken.isPresent() ? Coverage.State.PARTIAL : Coverage.State.COLLECTED;
        sink.cover(new Coverage(source.name(), format, kind, source.owner(), state, broken, Optional.empty(),
                Optional.empty(), 0));
    }

    /** Reads one source; says why where it broke off. */
    public Optional<String> read(Source source, OneSource reader) {
        try {
            reader.read(source);
            return Optional.empty();
        } catch (BrokenOffException named) {
            return Optional.of("read only in part: " + reason(named));
        } catch (IOException e) {
            String why = "read only in part: " + reason(e);
            sink.reject(new EvidenceRef(source.name(), "end", Optional.empty()), why);
            return Optional.of(why);
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
