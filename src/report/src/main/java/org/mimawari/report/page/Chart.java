package org.mimawari.report.page;

import java.util.List;

/**
 * The course of events as a drawing: one lane for each stage of a takeover, local time above, UTC below. Lengths are in
 * units of the drawing, which is {@value #WIDTH} units wide.
 */
public record Chart(String label, int height, List<Lane> lanes, List<Mark> marks, List<Tick> ticks) {

    public static final int WIDTH = 760;
    public static final int LEFT = 112;
    public static final int RIGHT = 744;
    public static final int TOP = 28;

    /** A stage. */
    public record Lane(String name, int top, int height) {

        public int middle() {
            return top + height / 2;
        }

        public int bottom() {
            return top + height;
        }
    }

    /**
     * A finding, from {@code x} over {@code width} units; a moment has no width.
     *
     * @param tone {@code attacker}, {@code unknown} or {@code owner}
     */
    public record Mark(int number, String tone, int x, int y, int width, String title) {

        Mark at(int newY) {
            return new Mark(number, tone, x, newY, width, title);
        }

        public boolean isMoment() {
            return width == 0;
        }

        /** The corners of the sign for a moment of an attacker. */
        public String diamond() {
            return "M%d %dl7 7l-7 7l-7 -7z".formatted(x, y - 7);
        }
    }

    /** A moment on the axis. */
    public record Tick(int x, String local, String utc) {}

    public int bottom() {
        return height - TOP;
    }
}
