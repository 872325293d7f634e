package org.mimawari.announce.schedule;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * One of the five fields of a cron expression: which numbers it admits.
 *
 * @param isEvery true where it begins with {@code *}, which leaves the choice of days to the other field of days
 */
record CronField(long admitted, boolean isEvery) {

    /** A kind of field: its name, its bounds, and names for its numbers, from {@code least} on. */
    enum Kind {
        MINUTE(0, 59, List.of()),
        HOUR(0, 23, List.of()),
        DAY_OF_MONTH(1, 31, List.of()),
        MONTH(1, 12, List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")),
        /** 0 and 7 are both Sunday. */
        DAY_OF_WEEK(0, 7, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

        private final int least;
        private final int most;
        private final List<String> names;

        Kind(int least, int most, List<String> names) {
            this.least = least;
            this.most = most;
            this.names = names;
        }

        private IllegalArgumentException wrong(String why) {
            return new IllegalArgumentException("field " + (ordinal() + 1) + " of the schedule ("
                    + name().toLowerCase(Locale.ROOT).replace('_', ' ') + "): " + why);
        }
    }

    static CronField parse(Kind kind, String text) {
        long admitted = 0;
        for (String part : text.split(",", -1)) {
            admitted |= part(kind, part);
        }
        if (kind == Kind.DAY_OF_WEEK && (admitted & 1L << 7) != 0) {
            admitted |= 1;
        }
        return new CronField(admitted, text.startsWith("*"));
    }

    boolean admits(int number) {
        return (admitted & 1L << number) != 0;
    }

    private static long part(Kind kind, String part) {
        String[] stepped = part.split("/", -1);
        if (stepped.length > 2) {
            throw kind.wrong("'" + part + "' has more than one step");
        }
        String[] bounds = stepped[0].equals("*") ? new String[] {"" + kind.least, "" + last(kind)}
                : stepped[0].split("-", -1);
        if (bounds.length > 2) {
            throw kind.wrong("'" + part + "' is no range");
        }
        int from = number(kind, bounds[0]);
        // A step behind a single number runs to the end: 10/15 is 10, 25, 40, 55.
        int to = bounds.length == 2 ? number(kind, bounds[1]) : stepped.length == 2 ? last(kind) : from;
        if (to < from) {
            throw kind.wrong("'" + part + "' runs backwards; write two ranges");
        }
        int step = stepped.length == 2 ? step(kind, stepped[1]) : 1;
        return LongStream.iterate(from, n -> n <= to, n -> n + step).map(n -> 1L << n).reduce(0, (a, b) -> a | b);
    }

    private static int last(Kind kind) {
        return kind == Kind.DAY_OF_WEEK ? 6 : kind.most;
    }

    private static int number(Kind kind, String text) {
        int named = kind.names.indexOf(text.toLowerCase(Locale.ROOT));
        if (named >= 0) {
            return kind.least + named;
        }
        int number = plain(text);
        if (number < kind.least || number > kind.most) {
            throw kind.wrong("'" + text + "' is not within " + kind.least + " to " + kind.most);
        }
        return number;
    }

    private static int step(Kind kind, String text) {
        int step = plain(text);
        if (step < 1 || step > kind.most) {
            throw kind.wrong("a step is 1 to " + kind.most + ", not '" + text + "'");
        }
        return step;
    }

    private static int plain(String text) {
        boolean isNumber = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Integer.parseInt(text) : -1;
    }
}
