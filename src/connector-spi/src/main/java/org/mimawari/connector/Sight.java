package org.mimawari.connector;

import java.util.Optional;

/**
 * What one cheap look at one kind of evidence showed, before anything is collected.
 *
 * @param what the kind, in the connector's own words
 * @param needs the smallest permission that shows it, by its exact name, or an empty text
 * @param trouble why it cannot be seen; empty where it can
 */
public record Sight(String what, String needs, Optional<String> trouble) {

    public boolean isClear() {
        return trouble.isEmpty();
    }
}
