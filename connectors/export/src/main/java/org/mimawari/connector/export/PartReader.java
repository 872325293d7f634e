package org.mimawari.connector.export;

import java.util.List;
import org.mimawari.connector.EvidenceSink;

/**
 * A format whose records stand by themselves: its sources, and stretches of those that have one record a line, may be
 * read by different programs. What they show is put together afterwards, and is then the same as if one had read all.
 */
public interface PartReader extends FormatReader {

    /**
     * What was read of a source.
     *
     * @param shown what {@link #readPart} gave
     */
    record Part(Source source, String shown) {}

    /** Reads a source, or the stretch of it that {@link Source#start} names; gives what its coverage depends on. */
    String readPart(Source source, EvidenceSink sink);

    /** Reports the coverage of all sources; parts of one source follow one another. */
    void report(List<Part> parts, EvidenceSink sink);
}
