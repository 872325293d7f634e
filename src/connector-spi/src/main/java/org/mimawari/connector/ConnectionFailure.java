package org.mimawari.connector;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Says in plain words why there is no connection to a host, whichever library was asked for one: each wraps what went
 * wrong in exceptions of its own.
 */
public final class ConnectionFailure {

    private static final int DEEPEST = 12;
    private static final int LONGEST = 200;

    private final List<Throwable> chain = new ArrayList<>();
    private final String host;
    private final int port;

    private ConnectionFailure(Throwable thrown, String host, int port) {
        this.host = host;
        this.port = port;
        Throwable each = thrown;
        while (each != null && chain.size() < DEEPEST) {
            chain.add(each);
            each = each.getCause();
        }
    }

    /** One harmless line that begins with {@code unreachable}; empty where the connection is not what failed. */
    public static Optional<String> find(Throwable thrown, String host, int port) {
        return findWords(thrown, host, port).map(words -> "unreachable: " + words);
    }

    /** As {@link #find}, without the code. */
    public static Optional<String> findWords(Throwable thrown, String host, int port) {
        return new ConnectionFailure(thrown, host, port).words();
    }

    /** The port that is asked where an address names none. */
    public static int port(URI address) {
        return address.getPort() > 0 ? address.getPort() : "http".equalsIgnoreCase(address.getScheme()) ? 80 : 443;
    }

    private Optional<String> words() {
        String place = host + ":" + port;
        if (has(each -> each instanceof CertificateException || each instanceof CertPathValidatorException
                || each instanceof CertPathBuilderException || each instanceof SSLPeerUnverifiedException)) {
            return Optional.of("the TLS certificate of " + place + " was refused: " + said());
        }
        if (has(each -> each instanceof UnknownHostException || each instanceof UnresolvedAddressException)) {
            return Optional.of("unknown host " + host);
        }
        if (has(each -> each instanceof InterruptedIOException || each instanceof HttpTimeoutException
                || each instanceof SocketException && says(each, "timed out"))) {
            return Optional.of("no answer in time from " + place);
        }
        if (has(each -> each instanceof SSLException)) {
            return Optional.of("TLS with " + place + " failed: " + said());
        }
        if (has(each -> each instanceof NoRouteToHostException
                || each instanceof SocketException && says(each, "unreachable"))) {
            return Optional.of("no way through the network to " + place);
        }
        return has(ConnectException.class::isInstance) ? Optional.of("connection refused by " + place)
                : Optional.empty();
    }

    private boolean has(Predicate<Throwable> sign) {
        return chain.stream().anyMatch(sign);
    }

    private static boolean says(Throwable thrown, String words) {
        return String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT).contains(words);
    }

    /** What the innermost says, which knows most; a stranger's certificate may have a part in it. */
    private String said() {
        Throwable root = chain.get(chain.size() - 1);
        StringBuilder line = new StringBuilder();
        Optional.ofNullable(root.getMessage()).orElse(root.getClass().getSimpleName()).codePoints().limit(LONGEST)
                .forEach(c -> line.appendCodePoint(isPlain(c) ? c : '?'));
        return line.toString();
    }

    private static boolean isPlain(int c) {
        return !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT
                && Character.getType(c) != Character.SURROGATE;
    }
}
