package org.mimawari.connector.export;

import java.io.IOException;
import java.io.UncheckedIOException;
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

    private static final String NOBODYS = "nobody can tell whose it is: put it into a folder named by the address";

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

    /** Reports that the source shows this kind: fully, or partly where it broke off for the given reason. */
    public void cover(Source source, EvidenceKind kind, Optional<String> broken) {
        Coverage whole = new Coverage(source.name(), format, kind, source.owner(), Coverage.State.COLLECTED,
                Optional.empty(), Optional.empty(), Optional.empty(), 0);
        sink.cover(broken.map(why -> Coverage.broken(whole, Coverage.State.PARTIAL, why)).orElse(whole));
    }

    /** As {@link #cover}, for a format that shows one mailbox: where nobody can tell whose, it covers nobody. */
    public void coverOwned(Source source, EvidenceKind kind, Optional<String> broken) {
        if (source.owner().isPresent()) {
            cover(source, kind, broken);
        } else {
            sink.cover(new Coverage(source.name(), format, kind, Optional.empty(), Coverage.State.NOT_COLLECTED,
                    Optional.of(NOBODYS), Optional.empty(), Optional.empty(), 0));
        }
    }

    /**
     * Reads one source; says why where it broke off. What a reader did not foresee in hostile input ends that source
     * only, never the scan.
     */
    public Optional<String> read(Source source, OneSource reader) {
        sink.begin(source.name());
        try {
            reader.read(source);
            return Optional.empty();
        } catch (BrokenOffException named) {
            return Optional.of(named.getMessage());
        } catch (UncheckedIOException ours) {
            throw ours;
        } catch (IOException | RuntimeException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            sink.reject(new EvidenceRef(source.name(), "end", Optional.empty()), why);
            return Optional.of(why);
        }
    }
}
