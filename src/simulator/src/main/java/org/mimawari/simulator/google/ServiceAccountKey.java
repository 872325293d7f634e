package org.mimawari.simulator.google;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A key of a service account that nobody has ever had. */
public final class ServiceAccountKey {

    /** The key in the form in which Google's console gives it. */
    public static final String JSON = made();

    private ServiceAccountKey() {}

    private static String made() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            String key = Base64.getEncoder().encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
            return "{\"type\":\"service_account\",\"project_id\":\"p\",\"private_key_id\":\"k\",\"private_key\":"
                    + "\"-----BEGIN PRIVATE KEY-----\\n" + key + "\\n-----END PRIVATE KEY-----\\n\",\"client_email\":"
                    + "\"mimawari@p.iam.gserviceaccount.example\",\"client_id\":\"100000000000000000001\","
                    + "\"token_uri\":\"https://tokens.attacker.example/token\"}";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }
}
