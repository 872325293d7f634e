package org.mimawari.connector.export.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Objects of records that a script spread over columns: {@code status.errorCode}, {@code location/city},
 * {@code deviceDetail_browser}. The columns stay as they are; the objects are added to them.
 */
final class NestedColumns {

    private static final int MOST_LEVELS = 4;
    /** Objects of sign-ins, whose fields some scripts join with the underscore that other names have as well. */
    private static final Set<String> JOINED = Set.of("status", "location", "devicedetail", "mfadetail");

    private NestedColumns() {}

    static List<Tree.Field> with(List<Tree.Field> columns) {
        return with(columns, 0);
    }

    private static List<Tree.Field> with(List<Tree.Field> columns, int level) {
        Map<String, List<Tree.Field>> inside = new LinkedHashMap<>();
        for (Tree.Field column : columns) {
            int at = separator(column.name());
            if (at > 0 && at + 1 < column.name().length() && !column.value().isEmpty()) {
                inside.computeIfAbsent(column.name().substring(0, at), any -> new ArrayList<>())
                        .add(new Tree.Field(column.name().substring(at + 1), column.value()));
            }
        }
        if (inside.isEmpty() || level >= MOST_LEVELS) {
            return columns;
        }
        List<Tree.Field> all = new ArrayList<>(columns);
        inside.forEach((name, fields) -> all.add(new Tree.Field(name, Tree.object(with(fields, level + 1)))));
        return all;
    }

    private static int separator(String name) {
        int dot = name.indexOf('.');
        int slash = name.indexOf('/');
        int first = dot < 0 ? slash : slash < 0 ? dot : Math.min(dot, slash);
        int underscore = name.indexOf('_');
        boolean joined = first < 0 && underscore > 0 && JOINED.contains(FieldName.key(name.substring(0, underscore)));
        return joined ? underscore : first;
    }
}
