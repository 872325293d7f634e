package org.mimawari.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mimawari.evidence.Evidence;

/**
 * Writes values one after the other in the compact form of the vault, to be read back in the same order by a
 * {@link ValueReader}. What reads must know the shape: nothing but the values is written. Not safe for several threads.
 */
public final class ValueWriter {

    private final CompactWriter writer = new CompactWriter();

    public ValueWriter text(String value) {
        writer.text("", value);
        return this;
    }

    public ValueWriter optional(Optional<String> value) {
        writer.optional("", value);
        return this;
    }

    public ValueWriter texts(List<String> values) {
        writer.texts("", values);
        return this;
    }

    public ValueWriter number(long value) {
        writer.number("", value);
        return this;
    }

    public ValueWriter bytes(byte[] value) {
        writer.bytes(value);
        return this;
    }

    public ValueWriter decimal(double value) {
        return number(Double.doubleToLongBits(value));
    }

    public ValueWriter flag(boolean value) {
        writer.flag("", value);
        return this;
    }

    public ValueWriter word(Enum<?> value) {
        writer.word("", value);
        return this;
    }

    public ValueWriter time(Optional<Instant> value) {
        writer.time("", value);
        return this;
    }

    /** How many there are, then each. */
    public <T> ValueWriter each(Collection<T> values, Consumer<T> each) {
        number(values.size());
        values.forEach(each);
        return this;
    }

    public ValueWriter evidence(Evidence piece) {
        writer.write(piece);
        return this;
    }

    /** What was written; a new, empty one begins. */
    public byte[] take() {
        return writer.take();
    }
}
