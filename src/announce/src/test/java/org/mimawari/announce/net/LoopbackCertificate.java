package org.mimawari.announce.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Keys and certificates that only these tests trust: one for localhost, one for other.example. */
public enum LoopbackCertificate {
    LOOPBACK("loopback"),
    OTHER("other");

    private static final char[] PASSWORD = "test-only".toCharArray();

    private final String file;

    LoopbackCertificate(String file) {
        this.file = file;
    }

    /** What a server with this certificate uses. */
    public SSLContext server() {
        try (InputStream in = LoopbackCertificate.class.getResourceAsStream(file + ".p12")) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a client that trusts this certificate uses. */
    public Trust trusted() {
        return new Trust(Optional.of(pem()), Optional.empty(), "");
    }

    public Path pem() {
        try {
            return Path.of(LoopbackCertificate.class.getResource(file + ".pem").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
