package org.mimawari.cli;

/** Makes folder names out of names that people chose. */
final class FileNames {

    private static final int LONGEST = 80;

    private FileNames() {}

    /** The name with everything but letters, digits, dots and dashes replaced, and no dot at its start. */
    static String safe(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceAll("^\\.+", "_");
        String capped = plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
        return capped.isEmpty() ? "_" : capped;
    }
}
