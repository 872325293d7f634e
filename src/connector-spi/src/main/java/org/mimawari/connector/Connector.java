package org.mimawari.connector;

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

    @Override
    default void close() {}
}
