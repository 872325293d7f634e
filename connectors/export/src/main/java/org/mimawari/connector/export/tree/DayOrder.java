package org.mimawari.connector.export.tree;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mimawari.connector.export.CsvFile;
import org.mimawari.connector.export.CsvRow;
import org.mimawari.connector.export.Source;

/**
 * Whether dates such as {@code 3/4/2026} of a table begin with the day or the month, decided for the whole file: one date
 * that can be read in one way only decides for all, as does {@code AM} or {@code PM} for the month.
 */
final class DayOrder {

    private static final Pattern SLASHED =
            Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})[/.-](\\d{4}),? ?(\\d{1,2}:\\d{2}(?::\\d{2})?)?(?:\\.\\d{1,9})? ?([AaPp]\\.?[Mm]\\.?)?");
    private static final int LONGEST = 40;
    private static final int MONTHS = 12;

    private boolean dayFirst;
    private boolean monthFirst;
    private boolean any;

    private DayOrder() {}

    /** Looks through a table where its beginning shows such a date. */
    static DayOrder of(Source source, String beginning) throws IOException {
        DayOrder order = new DayOrder();
        if (shows(beginning)) {
            try (InputStream in = source.open()) {
                new CsvFile((row, line) -> order.look(row), (line, why) -> { }).read(TablePrologue.read(in).table());
            }
        }
        return order;
    }

    /** True where a number, a slash or dot, a number, the same again and a year stand somewhere. */
    private static boolean shows(String text) {
        for (int at = 2; at < text.length() - 5; at++) {
            char c = text.charAt(at);
            boolean between = (c == '/' || c == '.' || c == '-') && isDigit(text, at - 1) && isDigit(text, at + 1)
                    && isDigit(text, at + 2) && isDigit(text, at + 3) && isDigit(text, at + 4) && !isDigit(text, at + 5);
            if (between && (text.charAt(at - 2) == c || at > 2 && text.charAt(at - 3) == c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private void look(CsvRow row) {
        for (String cell : row.fields()) {
            Matcher date = match(cell);
            if (date.matches()) {
                any = true;
                dayFirst |= Integer.parseInt(date.group(1)) > MONTHS || date.group(2).equals(".");
                monthFirst |= Integer.parseInt(date.group(3)) > MONTHS || date.group(6) != null;
            }
        }
    }

    private static Matcher match(String cell) {
        return SLASHED.matcher(cell.length() > LONGEST ? "" : cell.strip().replace('\u202F', ' '));
    }

    /** True where no date of the file tells, so that the month is taken to stand first. */
    boolean isAssumed() {
        return any && !dayFirst && !monthFirst;
    }

    /** The cell with its date in ISO 8601 where the day stands first; a file that shows both orders is left alone. */
    String plain(String cell) {
        if (!dayFirst || monthFirst || cell.isEmpty() || !isDigit(cell.strip() + " ", 0)) {
            return cell;
        }
        Matcher date = match(cell);
        if (!date.matches()) {
            return cell;
        }
        String time = date.group(5) == null ? "00:00:00" : date.group(5);
        return "%s-%2s-%2sT%s".formatted(date.group(4), date.group(3), date.group(1), time.length() < 5 || time.charAt(1) == ':'
                ? "0" + time : time).replace(' ', '0');
    }
}
