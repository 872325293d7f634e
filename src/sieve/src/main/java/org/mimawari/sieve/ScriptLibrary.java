package org.mimawari.sieve;

import java.util.Optional;

/** Finds the scripts that others include (RFC 6609); only the user's own are visible. */
@FunctionalInterface
public interface ScriptLibrary {

    ScriptLibrary EMPTY = name -> Optional.empty();

    /** The text of the user's script with this name. */
    Optional<String> find(String name);
}
