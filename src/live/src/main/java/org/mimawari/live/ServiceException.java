package org.mimawari.live;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mimawari.connector.ConnectionFailure;

/**
 * A service did not give what was asked for. Keeps the HTTP status, the vendor's code and the request id, on whatever page it
 * happened; never a token. What the vendor wrote is only text to show.
 */
public final class ServiceException extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 200;

    private final Reason reason;
    private final int status;
    private final String code;
    private final String requestId;

    public ServiceException(Reason reason, String detail) {
        this(reason, 0, "", "", detail);
    }

    // Five parameters: what support asks for.
    public ServiceException(Reason reason, int status, String code, String requestId, String detail) {
        super(shortened(detail));
        this.reason = reason;
        this.status = status;
        this.code = shortened(code);
        this.requestId = shortened(requestId);
    }

    /** The failure in plain words where there was no connection to this address; empty where anything else failed. */
    public static Optional<ServiceException> unreachable(Throwable thrown, URI address) {
        return ConnectionFailure.findWords(thrown, address.getHost(), ConnectionFailure.port(address))
                .map(words -> new ServiceException(Reason.UNREACHABLE, words));
    }

    public Reason reason() {
        return reason;
    }

    /** The HTTP status; 0 where there was no answer. */
    public int status() {
        return status;
    }

    /** The vendor's code, or an empty text. */
    public String code() {
        return code;
    }

    /** Reason, what happened, status, code and request id in one line. */
    public String line() {
        StringBuilder line = new StringBuilder(reason.word()).append(": ")
                .append(Optional.ofNullable(getMessage()).orElse(""));
        if (status > 0) {
            line.append(" (").append(status);
            line.append(code.isEmpty() ? "" : " " + code);
            line.append(requestId.isEmpty() ? "" : ", request " + requestId).append(')');
        }
        return line.toString();
    }

    /** The same failure for another reason. */
    public ServiceException as(Reason other, String detail) {
        return new ServiceException(other, status, code, requestId, detail);
    }

    private static String shortened(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> clean.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return withoutTokens(clean.toString());
    }

    /** A service may repeat what it was sent. */
    private static String withoutTokens(String text) {
        List<String> words = new ArrayList<>();
        boolean secret = false;
        for (String word : text.split(" ", -1)) {
            words.add(secret || word.contains("eyJ") ? "…" : word);
            secret = word.equalsIgnoreCase("bearer");
        }
        return String.join(" ", words);
    }
}
