package org.mimawari.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Origin;

/**
 * Writes evidence in a compact form for the vault: numbers in as few bytes as they need, and texts that come again
 * (addresses, clients, file names) only once in a segment. Not safe for several threads.
 */
final class CompactWriter implements FieldSink {

    static final int LONGEST_REMEMBERED = 160;
    private static final int FIRST_SIZE = 4 << 10;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;
    private RepeatedTexts known = new RepeatedTexts();
    private Map<EvidenceKind, RecentTexts> recent = new EnumMap<>(EvidenceKind.class);
    private RecentTexts ofKind = new RecentTexts();

    void write(Evidence evidence) {
        number(evidence.kind().ordinal());
        ofKind = recent.computeIfAbsent(evidence.kind(), any -> new RecentTexts());
        ofKind.begin();
        Origin origin = evidence.origin();
        optional(origin.mailbox().map(MailboxAddress::text));
        time("", origin.time());
        text("", origin.ref().source());
        plain(origin.ref().locator());
        unique("", origin.ref().recordId());
        EvidenceShape.write(evidence, this);
    }

    /** What it says, without when and where it was read. */
    void content(Evidence evidence) {
        number(evidence.kind().ordinal());
        optional(evidence.mailbox().map(MailboxAddress::text));
        EvidenceShape.write(evidence, this);
    }

    int size() {
        return size;
    }

    boolean holds(byte[] other) {
        return Arrays.equals(bytes, 0, size, other, 0, other.length);
    }

    /** The segment written so far; a new one, with nothing remembered, begins. */
    byte[] take() {
        byte[] segment = Arrays.copyOf(bytes, size);
        bytes = new byte[FIRST_SIZE];
        size = 0;
        known = new RepeatedTexts();
        recent = new EnumMap<>(EvidenceKind.class);
        return segment;
    }

    @Override
    public void text(String name, String value) {
        if (value.length() > LONGEST_REMEMBERED) {
            number(1);
            plain(value);
            return;
        }
        int index = ofKind.find(value);
        if (index < 0) {
            index = known.findOrLearn(value);
            ofKind.remember(value, index);
        }
        if (index >= 0) {
            number(index + 2L);
            return;
        }
        number(index == RepeatedTexts.LEARNT ? 0 : 1);
        plain(value);
    }

    @Override
    public void unique(String name, Optional<String> value) {
        flag(name, value.isPresent());
        if (value.isPresent()) {
            plain(value.get());
        }
    }

    @Override
    public void confidential(String name, String value) {
        text(name, value);
    }

    @Override
    public void optional(String name, Optional<String> value) {
        optional(value);
    }

    private void optional(Optional<String> value) {
        flag("", value.isPresent());
        if (value.isPresent()) {
            text("", value.get());
        }
    }

    @Override
    public void number(String name, long value) {
        number(value << 1 ^ value >> 63);
    }

    void bytes(byte[] value) {
        number(value.length);
        ensure(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    @Override
    public void flag(String name, boolean value) {
        ensure(1);
        bytes[size++] = (byte) (value ? 1 : 0);
    }

    @Override
    public void optionalFlag(String name, Optional<Boolean> value) {
        number(value.isEmpty() ? 0 : value.get() ? 2 : 1);
    }

    @Override
    public void word(String name, Enum<?> value) {
        number(value.ordinal());
    }

    @Override
    public void optionalWord(String name, Optional<? extends Enum<?>> value) {
        number(value.isEmpty() ? 0 : value.get().ordinal() + 1L);
    }

    @Override
    public void words(String name, Set<? extends Enum<?>> values) {
        long bits = 0;
        for (Enum<?> value : values) {
            bits |= 1L << value.ordinal();
        }
        number(bits);
    }

    @Override
    public void time(String name, Optional<Instant> value) {
        flag(name, value.isPresent());
        if (value.isPresent()) {
            number(name, value.get().getEpochSecond());
            number(value.get().getNano());
        }
    }

    @Override
    public void texts(String name, List<String> values) {
        number(values.size());
        for (String value : values) {
            text(name, value);
        }
    }

    @Override
    public <T> void each(String name, List<T> values, BiConsumer<T, FieldSink> writer) {
        number(values.size());
        for (T value : values) {
            writer.accept(value, this);
        }
    }

    @Override
    public boolean begin(String name, boolean absent) {
        flag(name, !absent);
        return !absent;
    }

    @Override
    public void end() {
        // What follows needs no mark.
    }

    /** Characters below 0x80 take one byte; a lone surrogate survives, as it may be evidence. */
    private void plain(String value) {
        int length = value.length();
        number(length);
        ensure(length * 3);
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                bytes[size++] = (byte) c;
            } else {
                bytes[size++] = (byte) (0x80 | c >> 12);
                bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
                bytes[size++] = (byte) (0x80 | c & 0x3F);
            }
        }
    }

    private void number(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
