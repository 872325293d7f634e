package org.mimawari.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mimawari.evidence.Evidence;

/**
 * Reads what a {@link ValueWriter} wrote, in the same order. Bytes that are not its own give an
 * {@link IndexOutOfBoundsException}, an {@link IllegalArgumentException} or nonsense. Not safe for several threads.
 */
public final class ValueReader {

    private final CompactReader reader;

    public ValueReader(byte[] bytes) {
        reader = new CompactReader(bytes);
    }

    public String text() {
        return reader.text();
    }

    public Optional<String> optional() {
        return reader.optional();
    }

    public List<String> texts() {
        return reader.texts();
    }

    public long number() {
        return reader.number();
    }

    public byte[] bytes() {
        return reader.bytes();
    }

    public double decimal() {
        return Double.longBitsToDouble(number());
    }

    public boolean flag() {
        return reader.flag();
    }

    public <E extends Enum<E>> E word(Class<E> type) {
        return reader.word(type);
    }

    public Optional<Instant> time() {
        return reader.time();
    }

    public <T> List<T> each(Supplier<T> each) {
        int size = Math.toIntExact(number());
        List<T> values = new ArrayList<>(Math.min(size, 1 << 16));
        for (int i = 0; i < size; i++) {
            values.add(each.get());
        }
        return values;
    }

    public Evidence evidence() {
        return reader.read();
    }
}
