package org.mimawari.store.state;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the state of rounds lies.
 */
public sealed interface StateLocation {

    /** How messages call it; never holds a secret. */
    String name();

    /** One file of this machine; made where it is missing. */
    record File(Path path) implements StateLocation {
        @Override
        public String name() {
            return path.toString();
        }
    }

    /**
     * A PostgreSQL database that several hosts share.
     *
     * @param url {@code jdbc:postgresql://host/database}, without a password
     */
    record Postgres(String url, Optional<String> user, Optional<String> password) implements StateLocation {
        @Override
        public String name() {
            int query = url.indexOf('?');
            return query < 0 ? url : url.substring(0, query);
        }

        /** Never shows the password. */
        @Override
        public String toString() {
            return name();
        }
    }
}
