package org.mimawari.connector.export;

import java.io.IOException;

/** A file breaks off at a place that was rejected already, so that it must not be counted again. */
public final class BrokenOffException extends IOException {

    private static final long serialVersionUID = 1L;

    public BrokenOffException(String message) {
        super(message);
    }

    public BrokenOffException(String message, Throwable cause) {
        super(message, cause);
    }
}
