package org.mimawari.connector.microsoft365.graph;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** How the connector proves who it is; never shown, as it holds the secret. */
public sealed interface SignInWay {

    /** A client secret of the application. */
    record Secret(String secret) implements SignInWay {
        @Override
        public String toString() {
            return "Secret";
        }
    }

    /**
     * A certificate with its private key.
     *
     * @param file PKCS #12, or PEM with an unencrypted PKCS #8 key
     * @param password of a PKCS #12 file
     */
    record Certificate(Path file, Optional<String> password) implements SignInWay {
        @Override
        public String toString() {
            return "Certificate";
        }
    }

    /**
     * Somebody signs in once in a browser; the connector then sees what that person may see.
     *
     * @param prompt is told the code and where to type it
     */
    record DeviceCode(Consumer<String> prompt) implements SignInWay {}
}
