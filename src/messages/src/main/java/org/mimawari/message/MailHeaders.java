package org.mimawari.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The header fields of a message or part, in their order, unfolded. Raw values hold bytes as characters (ISO 8859-1);
 * {@link #text} decodes them.
 */
public final class MailHeaders {

    private static final int LONGEST_CLIENT = 200;

    /** One field. */
    record Field(String name, String value) {}

    private final List<Field> fields;

    MailHeaders(List<Field> fields) {
        this.fields = List.copyOf(fields);
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    public boolean has(String name) {
        return raw(name).isPresent();
    }

    /** The first field of that name (in lower case), as it stands. */
    public Optional<String> raw(String name) {
        // Asked many times for every message, so a plain loop.
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    /** All fields of that name (in lower case), as they stand, topmost first. */
    public List<String> all(String name) {
        List<String> values = new ArrayList<>();
        for (Field field : fields) {
            if (field.name().equals(name)) {
                values.add(field.value());
            }
        }
        return values;
    }

    /** The first field of that name, decoded; empty where it is missing or blank. */
    public Optional<String> text(String name) {
        return raw(name).map(EncodedWords::decode).filter(text -> !text.isBlank());
    }

    /** The program that wrote the message, as X-Mailer or User-Agent names it; at most {@value #LONGEST_CLIENT} characters. */
    public Optional<String> client() {
        return text("x-mailer").or(() -> text("user-agent")).or(() -> text("x-newsreader"))
                .map(text -> text.length() <= LONGEST_CLIENT ? text : text.substring(0, LONGEST_CLIENT));
    }

    /** The first field of that name, in lower case, or an empty text. */
    public String lower(String name) {
        return raw(name).map(value -> value.strip().toLowerCase(Locale.ROOT)).orElse("");
    }

    /** The addresses of all fields of that name. */
    public List<String> addresses(String name) {
        List<String> addresses = new ArrayList<>();
        for (String value : all(name)) {
            addresses.addAll(AddressList.addresses(value));
        }
        return addresses;
    }

    /** Message-ID or another id, with its angle brackets. */
    public Optional<String> id(String name) {
        return raw(name).flatMap(MailHeaders::firstId);
    }

    /** Names of all fields in lower case, in their order. */
    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    private static Optional<String> firstId(String value) {
        int open = value.indexOf('<');
        int close = value.indexOf('>', Math.max(0, open));
        String bare = open >= 0 && close > open ? value.substring(open, close + 1) : value.strip();
        boolean odd = bare.isEmpty() || bare.length() > 998 || bare.equals("<>");
        return odd ? Optional.empty() : Optional.of(EncodedWords.decode(bare));
    }
}
