package org.mimawari.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mimawari.evidence.IpAddress;

/** Gives the fields of a record back, in the order they were written. */
interface FieldSource {

    String text();

    Optional<String> optional();

    Optional<String> unique();

    /** A text that is an IP address. */
    Optional<IpAddress> address();

    long number();

    boolean flag();

    Optional<Boolean> optionalFlag();

    <E extends Enum<E>> E word(Class<E> type);

    <E extends Enum<E>> Optional<E> optionalWord(Class<E> type);

    <E extends Enum<E>> Set<E> words(Class<E> type);

    Optional<Instant> time();

    List<String> texts();

    <T> List<T> each(Function<FieldSource, T> reader);

    <T> T object(T absent, Function<FieldSource, T> reader);

    default int count() {
        return Math.toIntExact(number());
    }
}
