package org.mimawari.connector.export.serverlog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mimawari.connector.export.Source;

/**
 * The first and last date of a log whose stamps carry no year, and how often New Year lies between them. A packed log
 * is not unpacked for it: it is taken to span less than a year.
 *
 * @param leaps in which of its years, counted from the first, it has a 29 February
 */
record LogSpan(Date first, Date last, int newYears, Set<Integer> leaps) {

    /** A day without its year. */
    record Date(int month, int day) {

        int ofYear() {
            return month * 31 + day;
        }
    }

    private static final int SEARCHED_YEARS = 40;
    private static final int SHORT_STEP = 32;
    private static final int LONG_STEP = 300;

    /** Empty where its stamps carry the year. */
    static Optional<LogSpan> of(Source source) throws IOException {
        Walk walk = new Walk();
        byte[] bytes = source.preview().bytes();
        walk.read(new ByteArrayInputStream(bytes), true);
        if (walk.first.isEmpty() || isPacked(source)) {
            return walk.span();
        }
        Walk whole = new Walk();
        try (InputStream in = source.open()) {
            whole.read(in, false);
        }
        return whole.span();
    }

    /** The year of the first date, where the last is not after the given day (in days since the epoch). */
    int startYear(long notAfter) {
        int latest = LocalDate.ofEpochDay(notAfter).getYear();
        for (int end = latest; end > latest - SEARCHED_YEARS; end--) {
            int start = end - newYears;
            boolean fits = YearWalk.exists(end, last.month(), last.day())
                    && LocalDate.of(end, last.month(), last.day()).toEpochDay() <= notAfter
                    && leaps.stream().allMatch(year -> YearWalk.exists(start + year, 2, 29));
            if (fits) {
                return start;
            }
        }
        return latest - newYears;
    }

    private static boolean isPacked(Source source) throws IOException {
        try (InputStream in = Files.newInputStream(source.path())) {
            byte[] head = in.readNBytes(2);
            return head.length == 2 && (head[0] & 255) == 0x1F && (head[1] & 255) == 0x8B
                    || head.length == 2 && (head[0] & 255) == 0x28 && (head[1] & 255) == 0xB5;
        }
    }

    /** Goes through the stamps of a file. */
    private static final class Walk {

        private Optional<Date> first = Optional.empty();
        private Date last = new Date(1, 1);
        private int newYears;
        private final Set<Integer> leaps = new TreeSet<>();

        void read(InputStream in, boolean onlyFirst) throws IOException {
            LineReader lines = new LineReader(in);
            LogLine line = new LogLine();
            while ((!onlyFirst || first.isEmpty()) && lines.next(line)) {
                int at = LogFraming.behindPriority(line, LogFraming.behindContainer(line, line.from));
                int month = StampReader.month(line, at);
                int day = month == 0 ? -1 : StampReader.day(line, at);
                boolean yearless = day > 0 && line.at(at + 9) == ':' && line.at(at + 12) == ':';
                if (yearless && YearWalk.exists(2024, month, day) && day <= 31) {
                    step(month, day);
                }
            }
        }

        Optional<LogSpan> span() {
            return first.map(date -> new LogSpan(date, last, newYears, leaps));
        }

        private void step(int month, int day) {
            if (first.isPresent() && last.month() == month && last.day() == day) {
                return;
            }
            Date next = new Date(month, day);
            int back = first.isEmpty() ? 0 : last.ofYear() - next.ofYear();
            if (back < -LONG_STEP && newYears > 0) {
                return;
            }
            newYears += back > SHORT_STEP ? 1 : 0;
            first = first.isEmpty() ? Optional.of(next) : first;
            last = next;
            if (month == 2 && day == 29) {
                leaps.add(newYears);
            }
        }
    }
}
