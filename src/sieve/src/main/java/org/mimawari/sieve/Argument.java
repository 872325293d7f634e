package org.mimawari.sieve;

import java.util.List;

/** An argument of a command or test (RFC 5228 section 2.6). */
sealed interface Argument {

    /** A tag, in lower case and without its colon, such as {@code contains}. */
    record Tag(String name) implements Argument {}

    /** A number with its unit, as written. */
    record Number(String text) implements Argument {}

    /** A string or a list of strings. */
    record Texts(List<String> values) implements Argument {}
}
