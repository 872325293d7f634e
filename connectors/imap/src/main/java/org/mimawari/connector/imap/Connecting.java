package org.mimawari.connector.imap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Opens a connection, protected as the settings ask, before the mail library sees it. The certificate and the host's
 * name are always checked; where STARTTLS was asked for and is not offered, nothing is sent.
 */
final class Connecting {

    private static final long MOST_BYTES = 4L << 30;
    private static final int LONGEST_LINE = 8_192;
    private static final byte[] START_TLS = "m1 STARTTLS\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTHING = {};

    private final ImapSettings settings;

    Connecting(ImapSettings settings) {
        this.settings = settings;
    }

    Socket open() throws IOException {
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(settings.host(), settings.port()), millis(settings.limits().connect()));
            plain.setSoTimeout(millis(settings.limits().read()));
            return switch (settings.security()) {
                case NONE -> new GuardedSocket(plain, NOTHING, MOST_BYTES);
                case TLS -> new GuardedSocket(encrypted(plain), NOTHING, MOST_BYTES);
                case STARTTLS -> startTls(plain);
            };
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    /** RFC 9051 section 6.2.1. The greeting is read here and given to the library again, as no second one comes. */
    private Socket startTls(Socket plain) throws IOException {
        InputStream in = plain.getInputStream();
        String greeting = line(in);
        if (!greeting.startsWith("* OK")) {
            throw new IOException("STARTTLS is not possible: the server's greeting is not OK");
        }
        plain.getOutputStream().write(START_TLS);
        plain.getOutputStream().flush();
        String answer = line(in);
        while (answer.startsWith("* ")) {
            answer = line(in);
        }
        if (!answer.startsWith("m1 OK")) {
            throw new IOException("the server does not offer STARTTLS; nothing was sent in clear");
        }
        if (in.available() > 0) {
            throw new IOException("the server sent more behind STARTTLS, as somebody in between would");
        }
        return new GuardedSocket(encrypted(plain), "* OK ready\r\n".getBytes(StandardCharsets.US_ASCII), MOST_BYTES);
    }

    private SSLSocket encrypted(Socket plain) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket secure = (SSLSocket) factory.createSocket(plain, settings.host(), settings.port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.size() > LONGEST_LINE) {
                throw new IOException("the server broke off or sent an endless line");
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.US_ASCII).strip();
    }

    private static int millis(Duration duration) {
        return (int) Math.min(Integer.MAX_VALUE, duration.toMillis());
    }
}
