package org.mimawari.indicator.bounce;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds hours with far more failed recipients than the mailbox's hours with failures have had in the 30 days before. An
 * hour begins with a report; hours found unusual teach nothing. Linear in the reports.
 */
final class FailureHours {

    private static final Duration WINDOW = Duration.ofMinutes(60);
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final int FEWEST = 5;
    private static final double TIMES_USUAL = 5;
    private static final double PART = 0.995;

    private final List<FailureReport> reports;
    private final Deque<Hour> learnt = new ArrayDeque<>();

    /** How many recipients failed in one hour. */
    private record Hour(Instant start, int failed) {}

    /**
     * @param reports with a time, in its order
     */
    FailureHours(List<FailureReport> reports) {
        this.reports = reports;
    }

    /** The unusual stretches, each with its reports. */
    List<List<FailureReport>> unusual() {
        List<List<FailureReport>> runs = new ArrayList<>();
        int first = 0;
        Instant latest = Instant.MIN;
        while (first < reports.size()) {
            List<FailureReport> hour = hour(first);
            int failed = Densest.different(hour, WINDOW, FailureReport::report, FailureReport::failed);
            if (failed >= Math.max(FEWEST, TIMES_USUAL * usualMost(start(hour)))) {
                boolean goesOn = !runs.isEmpty() && !start(hour).isAfter(latest.plus(WINDOW));
                if (!goesOn) {
                    runs.add(new ArrayList<>());
                }
                runs.get(runs.size() - 1).addAll(hour);
                latest = time(hour.get(hour.size() - 1));
            } else {
                learnt.addLast(new Hour(start(hour), failed));
            }
            first += hour.size();
        }
        return runs;
    }

    private List<FailureReport> hour(int first) {
        Instant end = time(reports.get(first)).plus(WINDOW);
        int next = first;
        while (next < reports.size() && time(reports.get(next)).isBefore(end)) {
            next++;
        }
        return reports.subList(first, next);
    }

    private double usualMost(Instant now) {
        while (!learnt.isEmpty() && learnt.peekFirst().start().isBefore(now.minus(REMEMBERED))) {
            learnt.removeFirst();
        }
        int[] failed = learnt.stream().mapToInt(Hour::failed).toArray();
        Arrays.sort(failed);
        return failed.length == 0 ? 0 : failed[(int) (PART * (failed.length - 1))];
    }

    private static Instant start(List<FailureReport> hour) {
        return time(hour.get(0));
    }

    private static Instant time(FailureReport report) {
        return report.report().time().orElse(Instant.EPOCH);
    }
}
