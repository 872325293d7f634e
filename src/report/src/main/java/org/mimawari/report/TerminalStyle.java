package org.mimawari.report;

/**
 * What the terminal can show.
 *
 * @param width columns, 40 to 200; other values are moved into that range
 * @param colour false where {@code NO_COLOR} is set or the output is no terminal
 * @param lines how many lines the report should have at most; at least one mailbox is always shown
 */
public record TerminalStyle(int width, boolean colour, int lines) {

    /** For a file or a pipe: 80 columns, no colour, 40 lines. */
    public static final TerminalStyle PLAIN = new TerminalStyle(80, false, 40);

    private static final int NARROWEST = 40;
    private static final int WIDEST = 200;

    public TerminalStyle {
        width = Math.max(NARROWEST, Math.min(WIDEST, width));
    }
}
