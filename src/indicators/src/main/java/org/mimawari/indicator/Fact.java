package org.mimawari.indicator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One value of a {@link Reason}, typed so that the report can write it in the reader's language and zone. */
public sealed interface Fact {

    /** Words, possibly written by the attacker. */
    record Text(String value) implements Fact {}

    /** Several texts, at most 20. */
    record Texts(List<String> values) implements Fact {

        private static final int MOST = 20;

        public Texts {
            values = values.stream().limit(MOST).toList();
        }
    }

    /** A count. */
    record Number(long value) implements Fact {}

    /** A share from 0 to 1. */
    record Share(double value) implements Fact {}

    /** A moment. */
    record Time(Instant value) implements Fact {}

    /** A length of time. */
    record Span(Duration value) implements Fact {}
}
