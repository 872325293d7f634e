package org.mimawari.connector.export.microsoft;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the names that readers of audit records ask for by their bytes, without making a text of them. */
final class AuditNames {

    /** A name, and the field of a record it stands for. */
    record Known(int hash, byte[] bytes, String name, AuditField field) {

        private boolean is(byte[] other, int from, int to) {
            if (bytes.length != to - from) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] != other[from + i]) {
                    return false;
                }
            }
            return true;
        }
    }

    static final Known UNKNOWN = new Known(0, new byte[0], "", AuditField.OTHER);

    private static final int SLOTS = 1024;
    private static final List<String> INNER = List.of("Name", "name", "Key", "key", "DisplayName", "displayName", "Type",
            "type", "Value", "value", "NewValue", "newValue", "ID", "Id", "id", "OldValue", "oldValue", "Subject",
            "InternetMessageId", "Path", "FolderItems", "ParentFolder", "MemberUpn", "MemberSid", "MemberRights",
            "Attachments", "SizeInBytes", "AADSessionId");
    private static final Known[] TABLE = table();

    private AuditNames() {}

    static Known find(byte[] bytes, int from, int to) {
        int hash = hash(bytes, from, to);
        int slot = slot(hash);
        while (TABLE[slot] != UNKNOWN) {
            Known known = TABLE[slot];
            if (known.hash == hash && known.is(bytes, from, to)) {
                return known;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return UNKNOWN;
    }

    /** Length, both ends and two places between them tell nearly all names apart. */
    private static int hash(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length <= 0) {
            return 0;
        }
        int hash = length * 31 + bytes[from];
        hash = hash * 31 + bytes[to - 1];
        hash = hash * 31 + bytes[from + (length >>> 1)];
        return hash * 31 + bytes[from + (length >>> 2)];
    }

    private static int slot(int hash) {
        return (hash ^ (hash >>> 10)) & (SLOTS - 1);
    }

    private static Known[] table() {
        Known[] table = new Known[SLOTS];
        Arrays.fill(table, UNKNOWN);
        List<String> names = new ArrayList<>(INNER);
        for (AuditField field : AuditField.values()) {
            names.addAll(field.names());
        }
        for (String name : names.stream().distinct().toList()) {
            byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
            int hash = hash(bytes, 0, bytes.length);
            int slot = slot(hash);
            while (table[slot] != UNKNOWN) {
                slot = (slot + 1) & (SLOTS - 1);
            }
            table[slot] = new Known(hash, bytes, name, AuditField.of(name));
        }
        return table;
    }
}
