package org.mimawari.connector.export.microsoft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.MailRemoval.RemovedItem;

/** One audit record while it is read and translated. One instance serves a whole file: {@link #clear} empties it. */
final class AuditRecord {

    private static final int MOST_PROPERTIES = 400;
    private static final int MOST_ITEMS = 200;
    private static final long EVERYTHING = -1L;

    private final String[] texts = new String[AuditField.values().length];
    private final List<AuditProperty> properties = new ArrayList<>();
    private final List<RemovedItem> items = new ArrayList<>();
    private int itemCount;
    private long wanted;
    private boolean cut;
    private long line;

    AuditRecord() {
        clear(0);
    }

    void clear(long newLine) {
        Arrays.fill(texts, "");
        properties.clear();
        items.clear();
        itemCount = 0;
        wanted = EVERYTHING;
        cut = false;
        line = newLine;
    }

    long line() {
        return line;
    }

    /** From now on only these fields are kept. */
    void want(long fields) {
        wanted = fields;
    }

    boolean wants(AuditField field) {
        return (wanted & field.bit()) != 0
                || field == AuditField.ACTOR && wanted != 0 && text(AuditField.USER).indexOf('@') < 0;
    }

    void set(AuditField field, String value) {
        texts[field.ordinal()] = value;
    }

    /** The text of a field, empty where the record has none. */
    String text(AuditField field) {
        return texts[field.ordinal()];
    }

    boolean has(AuditField field) {
        return !texts[field.ordinal()].isEmpty();
    }

    Optional<String> find(AuditField field) {
        String text = texts[field.ordinal()];
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    void add(AuditProperty property) {
        if (properties.size() < MOST_PROPERTIES) {
            properties.add(property);
        }
    }

    List<AuditProperty> properties(AuditField list) {
        return properties.stream().filter(property -> property.list() == list).toList();
    }

    List<AuditProperty> allProperties() {
        return properties;
    }

    /** The value of a named property, empty where there is none; names are compared without regard to case. */
    String property(AuditField list, String name) {
        for (AuditProperty property : properties) {
            if (property.list() == list && property.name().equalsIgnoreCase(name)) {
                return property.value();
            }
        }
        return "";
    }

    Optional<String> parameter(String name) {
        for (AuditProperty property : properties) {
            if (property.list() == AuditField.PARAMETERS && property.name().equalsIgnoreCase(name)) {
                return Optional.of(property.value());
            }
        }
        return Optional.empty();
    }

    void addItem(RemovedItem item) {
        itemCount++;
        if (items.size() < MOST_ITEMS) {
            items.add(item);
        }
    }

    void countItem() {
        itemCount++;
    }

    List<RemovedItem> items() {
        return items;
    }

    int itemCount() {
        return itemCount;
    }

    /** The details are missing or broken off: only what came before and the row's own columns are known. */
    void markCut() {
        cut = true;
    }

    boolean isCut() {
        return cut;
    }

    /** True where the source says that what was tried did not succeed. */
    boolean failed() {
        String result = text(AuditField.RESULT);
        return result.equalsIgnoreCase("Failed") || result.equalsIgnoreCase("Failure")
                || result.equalsIgnoreCase("False") || result.equalsIgnoreCase("Error");
    }
}
