package org.mimawari.connector;

import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceRef;

/**
 * Reads the evidence of one mail system or of exported files. Read-only: collecting changes nothing in the system it
 * reads. No type of a vendor's library leaves it.
 */
public interface Connector extends AutoCloseable {

    /** The name as configured, for example {@code export}. */
    String name();

    /**
     * Streams all evidence into the sink, in the order of the source, and reports coverage for everything it looked at
     * or could not look at. One unreadable source never stops the others.
     *
     * @throws ConnectorException where nothing at all can be collected
     */
    void collect(EvidenceSink sink) throws ConnectorException;

    /**
     * As {@link #collect(EvidenceSink)}, but where the connector can, only what is new since the last round; says to the
     * checkpoints which of its sources it read on, read anew or left alone. One that says nothing reads everything anew:
     * what it does not show any more is gone.
     *
     * @throws ConnectorException where nothing at all can be collected
     */
    default void collect(EvidenceSink sink, Checkpoints checkpoints) throws ConnectorException {
        collect(sink);
    }

    /**
     * Shows records again that findings cite, for those who keep evidence. What it does not show, it cannot; a live mail
     * system need not.
     *
     * @throws ConnectorException where nothing at all can be read
     */
    default void reread(Set<EvidenceRef> wanted, RawRecords taker) throws ConnectorException {}

    /**
     * Looks at each kind of evidence with as little as it takes, and says what can be seen and what is missing. Collects
     * nothing. A connector that cannot tell beforehand says nothing.
     *
     * @throws ConnectorException where the mail system cannot be reached at all
     */
    default List<Sight> look() throws ConnectorException {
        return List.of();
    }

    /**
     * Says that what was collected is safe, reported or remembered: what was kept to take up a round that is killed is not
     * needed any more. May be asked of another object of the same settings; does nothing where the last round did not come
     * to its end.
     *
     * @throws ConnectorException where what was kept cannot be removed
     */
    default void settled() throws ConnectorException {}

    @Override
    default void close() {}
}
