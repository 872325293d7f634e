package org.mimawari.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Takes the fields of a record one after the other. */
interface FieldSink {

    void text(String name, String value);

    /** A text that must not leave the scan. */
    void confidential(String name, String value);

    void optional(String name, Optional<String> value);

    /** As {@link #optional}, for a text that is a number in decimal digits. */
    default void optionalNumeral(String name, Optional<String> value) {
        optional(name, value);
    }

    /** A text that hardly ever comes again, such as an id. */
    void unique(String name, Optional<String> value);

    void number(String name, long value);

    void flag(String name, boolean value);

    void optionalFlag(String name, Optional<Boolean> value);

    void word(String name, Enum<?> value);

    void optionalWord(String name, Optional<? extends Enum<?>> value);

    void words(String name, Set<? extends Enum<?>> values);

    void time(String name, Optional<Instant> value);

    void texts(String name, List<String> values);

    <T> void each(String name, List<T> values, BiConsumer<T, FieldSink> writer);

    /** Begins an object and says true; says false where it is absent. */
    boolean begin(String name, boolean absent);

    /** Ends the object that was begun last. */
    void end();
}
