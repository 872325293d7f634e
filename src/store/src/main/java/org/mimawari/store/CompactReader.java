package org.mimawari.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Origin;

/** Reads a segment that {@link CompactWriter} wrote. */
final class CompactReader implements FieldSource {

    private static final EvidenceKind[] KINDS = EvidenceKind.values();

    /** Asked of the class itself, the constants are copied every time. */
    private static final ClassValue<Object[]> CONSTANTS = new ClassValue<>() {
        @Override
        protected Object[] computeValue(Class<?> type) {
            return type.getEnumConstants();
        }
    };

    private final byte[] bytes;
    private int next;
    private final List<Known> known = new ArrayList<>();
    private Class<?> lastType = Enum.class;
    private long lastWords;
    private Set<?> lastWordSet = Set.of();

    /** A text of the segment, and what it means where it was asked for as that. */
    private static final class Known {

        private final Optional<String> text;
        private Optional<MailboxAddress> mailbox = Optional.empty();
        private Optional<IpAddress> address = Optional.empty();

        Known(String text) {
            this.text = Optional.of(text);
        }

        String text() {
            return text.orElseThrow();
        }

        Optional<MailboxAddress> mailbox() {
            if (mailbox.isEmpty()) {
                mailbox = text.map(MailboxAddress::new);
            }
            return mailbox;
        }

        Optional<IpAddress> address() {
            if (address.isEmpty()) {
                address = text.map(IpAddress::new);
            }
            return address;
        }
    }

    CompactReader(byte[] segment) {
        this.bytes = segment;
    }

    boolean hasNext() {
        return next < bytes.length;
    }

    Evidence read() {
        EvidenceKind kind = KINDS[(int) unsigned()];
        Optional<MailboxAddress> mailbox = mailbox();
        Optional<Instant> time = time();
        String source = text();
        String locator = plain();
        return EvidenceShape.read(kind, new Origin(mailbox, time, new EvidenceRef(source, locator, unique())), this);
    }

    private Optional<MailboxAddress> mailbox() {
        return flag() ? known().mailbox() : Optional.empty();
    }

    @Override
    public Optional<IpAddress> address() {
        return flag() ? known().address() : Optional.empty();
    }

    @Override
    public Optional<String> unique() {
        return flag() ? Optional.of(plain()) : Optional.empty();
    }

    @Override
    public String text() {
        return known().text();
    }

    private Known known() {
        int index = (int) unsigned();
        if (index > 1) {
            return known.get(index - 2);
        }
        Known value = new Known(plain());
        if (index == 0) {
            known.add(value);
        }
        return value;
    }

    @Override
    public Optional<String> optional() {
        return flag() ? known().text : Optional.empty();
    }

    @Override
    public long number() {
        long value = unsigned();
        return value >>> 1 ^ -(value & 1);
    }

    byte[] bytes() {
        int length = (int) unsigned();
        next += length;
        return Arrays.copyOfRange(bytes, next - length, next);
    }

    @Override
    public boolean flag() {
        return bytes[next++] != 0;
    }

    @Override
    public Optional<Boolean> optionalFlag() {
        long value = unsigned();
        return value == 0 ? Optional.empty() : Optional.of(value == 2);
    }

    @Override
    public <E extends Enum<E>> E word(Class<E> type) {
        return type.cast(CONSTANTS.get(type)[(int) unsigned()]);
    }

    @Override
    public <E extends Enum<E>> Optional<E> optionalWord(Class<E> type) {
        int index = (int) unsigned();
        return index == 0 ? Optional.empty() : Optional.of(type.cast(CONSTANTS.get(type)[index - 1]));
    }

    /** The set of the last record mostly comes again. */
    @Override
    @SuppressWarnings("unchecked")
    public <E extends Enum<E>> Set<E> words(Class<E> type) {
        long bits = unsigned();
        if (bits == 0) {
            return Set.of();
        }
        if (bits != lastWords || type != lastType) {
            Set<E> values = EnumSet.noneOf(type);
            for (E constant : type.getEnumConstants()) {
                if ((bits >>> constant.ordinal() & 1) == 1) {
                    values.add(constant);
                }
            }
            lastWords = bits;
            lastType = type;
            lastWordSet = Set.copyOf(values);
        }
        return (Set<E>) lastWordSet;
    }

    @Override
    public Optional<Instant> time() {
        return flag() ? Optional.of(Instant.ofEpochSecond(number(), unsigned())) : Optional.empty();
    }

    @Override
    public List<String> texts() {
        return each(FieldSource::text);
    }

    @Override
    public <T> List<T> each(Function<FieldSource, T> reader) {
        int size = (int) unsigned();
        if (size == 0) {
            return List.of();
        }
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(reader.apply(this));
        }
        return values;
    }

    @Override
    public <T> T object(T absent, Function<FieldSource, T> reader) {
        return flag() ? reader.apply(this) : absent;
    }

    private String plain() {
        int length = (int) unsigned();
        boolean ascii = true;
        for (int i = 0; i < length && ascii; i++) {
            ascii = bytes[next + i] >= 0;
        }
        if (ascii) {
            next += length;
            return new String(bytes, next - length, length, StandardCharsets.ISO_8859_1);
        }
        char[] chars = new char[length];
        for (int i = 0; i < length; i++) {
            byte first = bytes[next++];
            chars[i] = first >= 0 ? (char) first
                    : (char) ((first & 0xF) << 12 | (bytes[next++] & 0x3F) << 6 | bytes[next++] & 0x3F);
        }
        return new String(chars);
    }

    private long unsigned() {
        long value = 0;
        int shift = 0;
        byte part;
        do {
            part = bytes[next++];
            value |= (long) (part & 0x7F) << shift;
            shift += 7;
        } while (part < 0);
        return value;
    }
}
