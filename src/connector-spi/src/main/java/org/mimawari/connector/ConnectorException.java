package org.mimawari.connector;

/** Collecting failed. The message names the thing, what was expected and what was found, and never a secret. */
public final class ConnectorException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why collecting failed. */
    public enum Problem { UNREACHABLE, CREDENTIALS, FORBIDDEN, NOT_LICENSED, NOT_PROVIDED, THROTTLED, MALFORMED, USAGE }

    private final Problem problem;

    public ConnectorException(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    public ConnectorException(Problem problem, String message, Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
