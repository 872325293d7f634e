package org.mimawari.report.bundle;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/**
 * A key for the seal of a bundle, read from PEM as {@code openssl genpkey} and {@code openssl pkey -pubout} write it:
 * Ed25519 (RFC 8032), or RSA with SHA-256 (RFC 8017, PKCS #1 v1.5).
 */
public final class SigningKey {

    /** Kinds of keys, and how each signs. */
    private record Kind(String key, String signature) {}

    private static final List<Kind> KINDS = List.of(new Kind("Ed25519", "Ed25519"), new Kind("RSA", "SHA256withRSA"));

    private final PrivateKey key;
    private final String signature;

    private SigningKey(PrivateKey key, String signature) {
        this.key = key;
        this.signature = signature;
    }

    /** @throws IllegalArgumentException where it is no unencrypted private key of a known kind; never quotes it */
    public static SigningKey parse(String pem) {
        byte[] bytes = body(pem, "PRIVATE KEY");
        for (Kind kind : KINDS) {
            try {
                return new SigningKey(KeyFactory.getInstance(kind.key()).generatePrivate(new PKCS8EncodedKeySpec(bytes)),
                        kind.signature());
            } catch (GeneralSecurityException e) {
                continue;
            }
        }
        throw new IllegalArgumentException("expected an Ed25519 or RSA key in PKCS #8");
    }

    byte[] sign(byte[] bytes) {
        try {
            Signature signer = Signature.getInstance(signature);
            signer.initSign(key);
            signer.update(bytes);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key cannot sign", e);
        }
    }

    /**
     * Whether the public key's owner signed these bytes.
     *
     * @throws IllegalArgumentException where the PEM text holds no public key of a known kind
     */
    static boolean verifies(String publicPem, byte[] bytes, byte[] signed) {
        byte[] encoded = body(publicPem, "PUBLIC KEY");
        for (Kind kind : KINDS) {
            try {
                PublicKey key = KeyFactory.getInstance(kind.key()).generatePublic(new X509EncodedKeySpec(encoded));
                return verifies(kind, key, bytes, signed);
            } catch (GeneralSecurityException e) {
                continue;
            }
        }
        throw new IllegalArgumentException("expected an Ed25519 or RSA public key");
    }

    private static boolean verifies(Kind kind, PublicKey key, byte[] bytes, byte[] signed) {
        try {
            Signature verifier = Signature.getInstance(kind.signature());
            verifier.initVerify(key);
            verifier.update(bytes);
            return verifier.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] body(String pem, String what) {
        String begin = "-----BEGIN " + what + "-----";
        int from = pem.indexOf(begin);
        int to = pem.indexOf("-----END " + what + "-----");
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("expected PEM with BEGIN " + what);
        }
        return Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to).strip());
    }
}
