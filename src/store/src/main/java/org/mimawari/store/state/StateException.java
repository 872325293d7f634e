package org.mimawari.store.state;

/** The state of rounds cannot be used. The message names the state, says why, and what to do. */
public final class StateException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why it cannot be used. */
    public enum Problem {
        /** Somebody else is using it: a round that still runs. */
        BUSY,
        /** It is damaged, or no state of Mimawari. It was left as it is. */
        UNUSABLE,
        /** A newer Mimawari wrote it. It was left as it is. */
        NEWER,
        /** The disk is full. Nothing of the round was kept. */
        FULL,
        /** It could not be reached, read or written. */
        FAILED
    }

    private final Problem problem;

    public StateException(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    StateException(Problem problem, String message, Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
