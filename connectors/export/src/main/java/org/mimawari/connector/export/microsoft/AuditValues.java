package org.mimawari.connector.export.microsoft;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * What texts mean that come again and again, such as mailboxes and addresses: worked out once as long as a text is
 * remembered. Bounded: every text has one place, from which a newer one displaces it.
 */
final class AuditValues<T> {

    private static final int PLACES = 1 << 14;

    private final Function<String, Optional<T>> maker;
    private final String[] texts = new String[PLACES];
    private final Optional<T>[] values;

    AuditValues(Function<String, Optional<T>> maker) {
        this.maker = maker;
        this.values = places();
        Arrays.fill(texts, "");
        Arrays.fill(values, Optional.empty());
    }

    /** What a text means; an empty one means nothing. */
    Optional<T> of(String text) {
        int hash = text.hashCode();
        int place = (hash ^ hash >>> 15) & PLACES - 1;
        if (!texts[place].equals(text)) {
            values[place] = maker.apply(text);
            texts[place] = text;
        }
        return values[place];
    }

    /** An array knows no type of its elements. */
    @SuppressWarnings("unchecked")
    private static <T> Optional<T>[] places() {
        return (Optional<T>[]) new Optional<?>[PLACES];
    }
}
