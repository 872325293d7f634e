package org.mimawari.report;

import org.mimawari.indicator.Level;

/**
 * What the terminal can show.
 *
 * @param width columns, 40 to 200; other values are moved into that range
 * @param colour false where {@code NO_COLOR} is set or the output is no terminal
 * @param lines how many lines the report should have at most; at least one mailbox is always shown
 * @param lowest the lowest level of a mailbox that is shown by name
 */
public record TerminalStyle(int width, boolean colour, int lines, Level lowest) {

    /** For a file or a pipe: 80 columns, no colour, 40 lines. */
    public static final TerminalStyle PLAIN = new TerminalStyle(80, false, 40, Level.LOW);

    private static final int NARROWEST = 40;
    private static final int WIDEST = 200;

    public TerminalStyle {
        width = Math.max(NARROWEST, Math.min(WIDEST, width));
    }
}
