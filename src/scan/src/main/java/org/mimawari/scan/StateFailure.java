package org.mimawari.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.mimawari.store.state.StateException;

/** Carries a failure of the state through what knows nothing of states, such as a connector. */
public final class StateFailure extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    private final StateException failure;

    public StateFailure(StateException failure) {
        super(failure.getMessage(), new IOException(failure));
        this.failure = failure;
    }

    public StateException failure() {
        return failure;
    }
}
