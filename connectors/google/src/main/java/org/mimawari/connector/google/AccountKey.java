package org.mimawari.connector.google;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;

/** Where the key of the service account is; never shown. */
sealed interface AccountKey {

    /** The key as Google's console gives it, in JSON. */
    String json() throws ConnectorException;

    /** The key itself, as a secret. */
    record Text(String json) implements AccountKey {
        @Override
        public String toString() {
            return "Text";
        }
    }

    /** The file that Google's console gave. */
    record InFile(Path file) implements AccountKey {

        private static final long LARGEST = 64_000;

        @Override
        public String json() throws ConnectorException {
            try {
                if (Files.size(file) > LARGEST) {
                    throw new ConnectorException(Problem.USAGE, "'key-file' is no key of a service account: it is too large");
                }
                return Files.readString(file);
            } catch (IOException e) {
                throw new ConnectorException(Problem.USAGE, "'key-file' cannot be read: " + file, e);
            }
        }
    }
}
