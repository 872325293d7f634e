package org.mimawari.store;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/**
 * Escapes in JSON what a terminal or a browser might act upon: control characters, bidirectional controls, lone
 * surrogates and line separators. The text stays the same for whoever parses it.
 */
public final class UnsafeCharacters extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    private final int[] ascii;

    public UnsafeCharacters() {
        ascii = CharacterEscapes.standardAsciiEscapesForJSON();
        ascii[0x7F] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii.clone();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        return isUnsafe(character) ? new SerializedString(String.format("\\u%04X", character)) : null;
    }

    /** True for characters that change how the text around them is shown, or that are no characters at all. */
    public static boolean isUnsafe(int c) {
        return c < 0x20 || c >= 0x7F && c < 0xA0 || c >= 0x200B && c <= 0x200F || c >= 0x2028 && c <= 0x202E
                || c >= 0x2060 && c <= 0x206F || c == 0xFEFF || c >= 0xFFF9 && c <= 0xFFFB || c == 0x061C;
    }
}
