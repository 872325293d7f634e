package org.mimawari.indicator.rules;

/** What the name of a rule looks like; the worst first. */
public enum RuleNameVerdict {
    /** Only characters nobody sees. */
    INVISIBLE,
    /** No letter and no digit in it. */
    PUNCTUATION_ONLY,
    /** One narrow letter or digit; one Chinese character is a word and is not meant. */
    SINGLE_CHARACTER,
    /** The same character again and again. */
    REPEATED_CHARACTER,
    /** Neighbouring keys, such as {@code asd} or {@code 123}. */
    KEYBOARD_RUN,
    /** One or two ASCII letters or digits: often HR, IT or PO, so it says little. */
    SHORT,
    ORDINARY;

    /** True where hardly anybody gives such a name to a rule of their own. */
    public boolean isTelling() {
        return this != SHORT && this != ORDINARY;
    }
}
