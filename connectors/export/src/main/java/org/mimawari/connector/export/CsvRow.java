package org.mimawari.connector.export;

import java.util.List;
import java.util.Optional;

/** One row of a CSV file, its fields by column name, ignoring case and spaces in the name. */
public record CsvRow(List<String> columns, List<String> fields) {

    /** The field under the first of these columns that the file has and that is not blank. */
    public Optional<String> find(String... names) {
        for (String name : names) {
            for (int i = 0; i < columns.size() && i < fields.size(); i++) {
                if (same(columns.get(i), name) && !fields.get(i).isBlank()) {
                    return Optional.of(fields.get(i).strip());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean same(String column, String name) {
        return column.strip().equalsIgnoreCase(name)
                || column.replace(" ", "").strip().equalsIgnoreCase(name.replace(" ", ""));
    }
}
