package org.mimawari.report.terminal;

import java.util.ArrayList;
import java.util.List;
import org.mimawari.report.wording.VisibleText;

/**
 * Lines for a terminal, none wider than it. Text is made harmless here, whatever was done to it before: the only escape
 * sequences are those of {@link Ink}.
 */
public final class Canvas {

    private static final int LONGEST = 2_000;
    private static final String BETWEEN = "  ";

    private final int width;
    private final boolean colour;
    private final List<String> lines = new ArrayList<>();

    public Canvas(int width, boolean colour) {
        this.width = width;
        this.colour = colour;
    }

    /** An empty canvas of the same size. */
    public Canvas blankCopy() {
        return new Canvas(width, colour);
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    public int size() {
        return lines.size();
    }

    public void add(Canvas other) {
        lines.addAll(other.lines);
    }

    public void blank() {
        lines.add("");
    }

    /** A paragraph of at most so many lines, moved in by some columns. */
    public void paragraph(Ink ink, int indent, String text, int most) {
        for (String line : LineBreaks.of(visible(text), width - indent, most)) {
            lines.add(" ".repeat(indent) + painted(ink, line));
        }
    }

    /** A paragraph that hangs behind a label of a fixed number of columns. */
    public void labelled(Label label, String text, int most) {
        String name = DisplayWidth.padded(visible(label.text()), label.columns());
        int indent = label.indent() + Math.max(label.columns(), DisplayWidth.of(name)) + BETWEEN.length();
        int room = Math.max(width / 4, width - indent);
        List<String> paragraph = LineBreaks.of(visible(text), room, most);
        for (int i = 0; i < paragraph.size(); i++) {
            String start = i == 0 ? " ".repeat(label.indent()) + painted(label.ink(), name) + BETWEEN
                    : " ".repeat(width - room);
            lines.add(start + paragraph.get(i));
        }
    }

    /** The columns of the widest of these texts. */
    public static int widest(List<String> texts) {
        return texts.stream().mapToInt(DisplayWidth::of).max().orElse(0);
    }

    private String painted(Ink ink, String text) {
        return colour ? ink.on(text) : text;
    }

    private static String visible(String text) {
        return VisibleText.of(text, LONGEST);
    }

    /** A label before a paragraph. */
    public record Label(Ink ink, int indent, String text, int columns) {}
}
