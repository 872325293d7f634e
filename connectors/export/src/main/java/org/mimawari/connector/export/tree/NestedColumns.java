package org.mimawari.connector.export.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Objects and lists of records that a script spread over columns: {@code status.errorCode}, {@code location/city},
 * {@code deviceDetail_browser}, {@code targetResources.0.type}. The columns stay as they are; the objects are added to them.
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
        inside.forEach((name, fields) -> all.add(new Tree.Field(name, value(with(fields, level + 1)))));
        return all;
    }

    /** Columns that are numbered, as {@code targetResources.0.type}, are a list. */
    private static Tree value(List<Tree.Field> fields) {
        List<Tree.Field> elements = fields.stream().filter(field -> separator(field.name()) < 0).toList();
        boolean numbered = !elements.isEmpty() && elements.stream().allMatch(field -> isNumber(field.name()));
        return numbered ? Tree.list(elements.stream().sorted(Comparator.comparingInt(field -> Integer.parseInt(field.name())))
                .map(Tree.Field::value).toList()) : Tree.object(fields);
    }

    private static boolean isNumber(String name) {
        return name.length() < 5 && !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
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
