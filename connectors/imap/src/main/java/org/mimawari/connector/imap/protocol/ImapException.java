package org.mimawari.connector.imap.protocol;

/** A step with a mail server failed. The message is fit for a report: it holds no secret and no control character. */
public final class ImapException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What went wrong, as far as it decides what to do next. */
    public enum Problem {
        /** No connection. */
        UNREACHABLE,
        /** TLS, STARTTLS or the certificate; nothing was sent in clear. */
        NOT_SECURE,
        /** The server refused the account; it must not be asked again. */
        CREDENTIALS,
        /** The server said no to one command; the connection is still good. */
        REFUSED,
        /** The server is busy or closed the connection: worth another try later (RFC 5530). */
        LATER,
        /** Time is up and the connection was closed by us. */
        TOO_SLOW,
        /** The server sent what no honest server sends, or more than we take. */
        NONSENSE
    }

    private final Problem problem;

    public ImapException(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    public ImapException(Problem problem, String message, Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
