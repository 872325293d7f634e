package org.mimawari.connector.export;

import java.util.Optional;

/**
 * A line of {@code Format-List}: {@code Name     : value}, with the colons of one object below each other.
 *
 * @param colon the column of the colon
 */
record ShellProperty(String name, int colon, String value) {

    private static final int LONGEST_NAME = 100;

    static Optional<ShellProperty> find(String line) {
        int colon = line.indexOf(" :");
        boolean shaped = colon > 0 && colon < LONGEST_NAME && Character.isLetter(line.charAt(0))
                && (colon + 2 == line.length() || line.charAt(colon + 2) == ' ');
        if (!shaped) {
            return Optional.empty();
        }
        String name = line.substring(0, colon).strip();
        boolean named = name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_-.@()".indexOf(c) >= 0);
        return named ? Optional.of(new ShellProperty(name, colon + 1, line.substring(colon + 2).strip()))
                : Optional.empty();
    }
}
