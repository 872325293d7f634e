package org.mimawari.connector.microsoft365.graph;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A private key and its certificate, read from one file: PKCS #12, or PEM with both. */
record CertificateFile(PrivateKey key, X509Certificate certificate) {

    private static final String KEY = "PRIVATE KEY";
    private static final String CERTIFICATE = "CERTIFICATE";

    static CertificateFile read(Path file, Optional<String> password) throws IOException, GeneralSecurityException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.contains("-----BEGIN ") ? ofPem(text) : ofStore(bytes, password.orElse("").toCharArray());
    }

    private static CertificateFile ofPem(String text) throws GeneralSecurityException {
        PKCS8EncodedKeySpec key = new PKCS8EncodedKeySpec(block(text, KEY));
        byte[] certificate = block(text, CERTIFICATE);
        return new CertificateFile(KeyFactory.getInstance("RSA").generatePrivate(key), (X509Certificate) CertificateFactory
                .getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate)));
    }

    /** RFC 7468: the base 64 between the lines that name the label. */
    private static byte[] block(String text, String label) throws GeneralSecurityException {
        String open = "-----BEGIN " + label + "-----";
        int from = text.indexOf(open);
        int to = from < 0 ? -1 : text.indexOf("-----END " + label + "-----", from);
        if (to < 0) {
            throw new GeneralSecurityException("the file has no " + label);
        }
        try {
            return Base64.getMimeDecoder().decode(text.substring(from + open.length(), to));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("the " + label + " of the file is no base 64", e);
        }
    }

    private static CertificateFile ofStore(byte[] bytes, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = new ByteArrayInputStream(bytes)) {
            store.load(in, password);
        }
        List<String> aliases = Collections.list(store.aliases());
        for (String alias : aliases) {
            if (store.isKeyEntry(alias)) {
                return new CertificateFile((PrivateKey) store.getKey(alias, password),
                        (X509Certificate) store.getCertificate(alias));
            }
        }
        throw new GeneralSecurityException("the file has no private key");
    }
}
