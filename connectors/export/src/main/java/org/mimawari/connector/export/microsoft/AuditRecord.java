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
    private long present;
    private int itemCount;
    private long wanted;
    private boolean cut;
    private boolean ignored;
    private long line;

    AuditRecord() {
        Arrays.fill(texts, "");
        clear(0);
    }

    void clear(long newLine) {
        present = 0;
        properties.clear();
        items.clear();
        itemCount = 0;
        wanted = EVERYTHING;
        cut = false;
        ignored = false;
        line = newLine;
    }

    long line() {
        return line;
    }

    /** From now on only the fields that this operation needs are kept. */
    void want(AuditOperation operation) {
        wanted = operation.fields();
        ignored = operation.isIgnored();
    }

    /** True where the operation is known and holds nothing for us. */
    boolean isIgnored() {
        return ignored;
    }

    boolean wants(AuditField field) {
        return (wanted & field.bit()) != 0 || namesUser(field) && text(AuditField.USER).indexOf('@') < 0;
    }

    /** False for the properties of a sign-in that tell nothing. */
    boolean wantsProperty(AuditField list, String name) {
        if (wanted == EVERYTHING || list != AuditField.DEVICE && list != AuditField.EXTENDED) {
            return true;
        }
        return switch (name) {
            case "ResultStatusDetail", "UserAuthenticationMethod", "OS", "BrowserType", "KeepMeSignedIn" -> false;
            default -> true;
        };
    }

    /** Needed only where the user is not named by an address. */
    private static boolean namesUser(AuditField field) {
        return field == AuditField.ACTOR || field == AuditField.USER_KEY;
    }

    /** Keeps a text, which must not be empty. */
    void set(AuditField field, String value) {
        texts[field.ordinal()] = value;
        present |= field.bit();
    }

    /** The text of a field, empty where the record has none. */
    String text(AuditField field) {
        return has(field) ? texts[field.ordinal()] : "";
    }

    boolean has(AuditField field) {
        return (present & field.bit()) != 0;
    }

    Optional<String> find(AuditField field) {
        return has(field) ? Optional.of(texts[field.ordinal()]) : Optional.empty();
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
