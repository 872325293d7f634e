package org.mimawari.cli;

import org.mimawari.store.UnsafeCharacters;

/** Makes text from outside harmless for a terminal: what would act on it is shown as a question mark. */
final class Plain {

    private static final int LONGEST = 2_000;

    private Plain() {}

    static String text(String raw) {
        StringBuilder plain = new StringBuilder();
        raw.codePoints().limit(LONGEST).forEach(c -> {
            boolean lone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            plain.appendCodePoint(lone || c != '\n' && UnsafeCharacters.isUnsafe(c) ? '?' : c);
        });
        return plain.toString();
    }
}
