package org.mimawari.connector.export.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A value of a record: an object, a list, or a text; numbers and truth values are texts. Field names are found whatever
 * their case and spacing, and JSON that stands inside a text is looked into, as Log Analytics writes it, and so are
 * objects that PowerShell flattened. A missing
 * value is {@link #NONE}, which has nothing in it, so that a look-up never fails.
 */
public final class Tree {

    /** A field under the name that the source gave it. */
    public record Field(String name, Tree value) {}

    public static final Tree NONE = new Tree(Map.of(), List.of(), "");

    private static final int LONGEST_TEXT = 8_000;
    private static final int MOST_ITEMS = 2_000;

    private final Map<String, Field> fields;
    private final List<Tree> items;
    private final String scalar;

    private Tree(Map<String, Field> fields, List<Tree> items, String scalar) {
        this.fields = fields;
        this.items = items;
        this.scalar = scalar;
    }

    /** A text; where it is blank, or the word null, nothing. */
    public static Tree text(String text) {
        return text.isBlank() ? NONE : new Tree(Map.of(), List.of(), text);
    }

    static Tree list(List<Tree> items) {
        return new Tree(Map.of(), items, "");
    }

    /** An object; where two names differ only in case or spacing, the first that says something counts. */
    public static Tree object(List<Field> fields) {
        Map<String, Field> byKey = new LinkedHashMap<>();
        for (Field field : fields) {
            byKey.merge(FieldName.key(field.name()), field, (one, other) -> one.value().isEmpty() ? other : one);
        }
        return new Tree(byKey, List.of(), "");
    }

    /** This object, with what it lacks taken from the other. */
    public Tree or(Tree other) {
        if (other.fields.isEmpty()) {
            return this;
        }
        Map<String, Field> both = new LinkedHashMap<>(fields);
        other.fields.forEach((key, field) -> both.merge(key, field, (mine, theirs) ->
                mine.value().isEmpty() ? theirs : mine));
        return new Tree(both, List.of(), "");
    }

    public boolean isEmpty() {
        return scalar.isEmpty() && fields.isEmpty() && items.isEmpty();
    }

    public boolean isObject() {
        return !fields.isEmpty();
    }

    public boolean isList() {
        return !items.isEmpty();
    }

    /** The value of the first of these fields that says something. */
    public Tree at(String... names) {
        for (String name : names) {
            Field field = fields.get(FieldName.key(name));
            if (field != null && !field.value().isEmpty()) {
                return field.value().opened();
            }
        }
        return NONE;
    }

    /** The text of the first of these fields that has one; at most 8,000 characters. */
    public Optional<String> find(String... names) {
        for (String name : names) {
            Field field = fields.get(FieldName.key(name));
            Optional<String> text = field == null ? Optional.empty() : field.value().text();
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    /** As {@link #find}, but however long the text is. */
    public String whole(String name) {
        Field field = fields.get(FieldName.key(name));
        return field == null ? "" : field.value().scalar.strip();
    }

    /** Yes or no as exports write it; empty for anything else. */
    public Optional<Boolean> flag(String... names) {
        return find(names).flatMap(text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1", "$true" -> Optional.of(true);
            case "false", "no", "0", "$false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** This text without surrounding blanks; at most 8,000 characters. */
    public Optional<String> text() {
        String bare = scalar.strip();
        return bare.isEmpty() ? Optional.empty()
                : Optional.of(bare.length() <= LONGEST_TEXT ? bare : bare.substring(0, LONGEST_TEXT));
    }

    /** The elements of this list, at most 2,000; anything else that is not nothing is its own only element. */
    public List<Tree> items() {
        Tree opened = opened();
        if (opened.isEmpty()) {
            return List.of();
        }
        return opened.isList() ? opened.items.subList(0, Math.min(MOST_ITEMS, opened.items.size())) : List.of(opened);
    }

    /** The texts among the elements. */
    public List<String> texts() {
        return items().stream().flatMap(item -> item.text().stream()).toList();
    }

    /** The fields in the order of the source, under their own names. */
    public List<Field> fields() {
        return new ArrayList<>(fields.values());
    }

    public boolean has(String name) {
        return fields.containsKey(FieldName.key(name));
    }

    public boolean hasAll(String... names) {
        for (String name : names) {
            if (!has(name)) {
                return false;
            }
        }
        return true;
    }

    public boolean hasAny(String... names) {
        for (String name : names) {
            if (has(name)) {
                return true;
            }
        }
        return false;
    }

    /** How many of these fields there are. */
    public int count(String... names) {
        int count = 0;
        for (String name : names) {
            count += has(name) ? 1 : 0;
        }
        return count;
    }

    private Tree opened() {
        if (ShellObject.isIn(scalar)) {
            return ShellObject.of(scalar);
        }
        boolean maybe = scalar.length() > 1 && (scalar.charAt(0) == '{' || scalar.charAt(0) == '[');
        return maybe ? new TreeBuilder().embedded(scalar).orElse(this) : this;
    }

    @Override
    public String toString() {
        return isObject() ? fields.values().toString() : isList() ? items.toString() : scalar;
    }
}
