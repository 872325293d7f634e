package org.mimawari.announce.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whom a TLS connection trusts, and what it shows of itself. There is no way to trust everybody. The files are read
 * anew for every connection, so that renewed certificates need no restart.
 *
 * @param authorities a PEM file of certificates to trust in place of the platform's
 * @param clientCertificate a PKCS #12 file with the key to sign in with
 */
public record Trust(Optional<Path> authorities, Optional<Path> clientCertificate, String clientPassword) {

    public static final Trust PLATFORM = new Trust(Optional.empty(), Optional.empty(), "");

    /** Never shows the password. */
    @Override
    public String toString() {
        return "Trust" + authorities;
    }

    /** @throws IOException where a file cannot be read; the message names it */
    public SSLContext context() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(), trusted(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS is not possible with these certificates: " + e.getMessage(), e);
        }
    }

    private KeyManager[] keys() throws IOException, GeneralSecurityException {
        if (clientCertificate.isEmpty()) {
            return new KeyManager[0];
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(clientCertificate.get())) {
            store.load(in, clientPassword.toCharArray());
        } catch (IOException e) {
            throw new IOException("the client certificate " + clientCertificate.get()
                    + " cannot be read with its password", e);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, clientPassword.toCharArray());
        return factory.getKeyManagers();
    }

    private TrustManager[] trusted() throws IOException, GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        if (authorities.isEmpty()) {
            KeyStore platform = null;
            factory.init(platform);
            return factory.getTrustManagers();
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate certificate : certificates(authorities.get())) {
            store.setCertificateEntry("authority-" + number++, certificate);
        }
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static Collection<? extends Certificate> certificates(Path file) throws IOException,
            GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new IOException("there is no certificate in " + file);
            }
            return found;
        } catch (NoSuchFileException e) {
            throw new IOException("the file of certificates " + file + " is missing", e);
        }
    }
}
