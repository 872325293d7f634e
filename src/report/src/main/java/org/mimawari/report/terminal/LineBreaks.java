package org.mimawari.report.terminal;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of a display width, where a reader of its language expects a break (UAX #14). */
final class LineBreaks {

    private LineBreaks() {}

    /** At most so many lines; where the text is longer, the last ends in "…". A long word is broken anywhere. */
    static List<String> of(String text, int columns, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces(text, columns)) {
            if (DisplayWidth.of(line.toString()) + DisplayWidth.of(piece.stripTrailing()) > columns) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            if (lines.size() == most) {
                lines.set(most - 1, ended(lines.get(most - 1), columns));
                return lines;
            }
            line.append(piece);
        }
        if (line.length() > 0 || lines.isEmpty()) {
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static List<String> pieces(String text, int columns) {
        BreakIterator breaks = BreakIterator.getLineInstance(ULocale.JAPANESE);
        breaks.setText(text);
        List<String> pieces = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            addParts(pieces, text.substring(start, end), columns);
            start = end;
        }
        return pieces;
    }

    private static void addParts(List<String> pieces, String piece, int columns) {
        StringBuilder part = new StringBuilder();
        int width = 0;
        for (int c : piece.codePoints().toArray()) {
            int wide = DisplayWidth.of(c);
            if (width + wide > columns && c != ' ') {
                pieces.add(part.toString());
                part.setLength(0);
                width = 0;
            }
            part.appendCodePoint(c);
            width += wide;
        }
        pieces.add(part.toString());
    }

    private static String ended(String line, int columns) {
        StringBuilder shorter = new StringBuilder(line);
        while (shorter.length() > 0 && DisplayWidth.of(shorter.toString()) > columns - 1) {
            shorter.setLength(shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter.append('…').toString();
    }
}
