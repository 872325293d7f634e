package org.mimawari.connector.export;

import java.io.IOException;

/** A source breaks off at a place that was already rejected by name; the rest of it cannot be read. */
public final class BrokenSourceException extends IOException {

    private static final long serialVersionUID = 1L;

    public BrokenSourceException(String message) {
        super(message);
    }
}
