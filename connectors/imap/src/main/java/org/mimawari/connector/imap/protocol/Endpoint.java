package org.mimawari.connector.imap.protocol;

import javax.net.ssl.SSLSocketFactory;

/**
 * Where a mail server listens and how it is trusted.
 *
 * @param certificateName the name its certificate must bear; the host's own unless configured otherwise
 */
public record Endpoint(String host, int port, Security security, SSLSocketFactory trust, String certificateName,
        Timing timing) {}
