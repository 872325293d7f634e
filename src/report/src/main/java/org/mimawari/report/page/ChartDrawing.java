package org.mimawari.report.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.TimeRange;
import org.mimawari.evidence.Words;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Finding;
import org.mimawari.report.wording.Phrasing;

/** Draws the chart of an incident. */
final class ChartDrawing {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_CLOCK = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT);
    private static final Duration SHORTEST = Duration.ofMinutes(10);
    private static final int ROW = 22;
    private static final int PADDING = 8;
    private static final int MOST_ROWS = 5;
    private static final int ROOM = 26;
    private static final int LEAST_BAR = 9;

    private final Voice voice;
    private final Instant from;
    private final Instant to;

    private ChartDrawing(Voice voice, TimeRange range) {
        this.voice = voice;
        Instant first = Phrasing.clamped(range.from().orElseThrow());
        Instant last = Phrasing.clamped(range.to().orElseThrow());
        Duration span = Duration.between(first, last);
        Duration margin = span.compareTo(SHORTEST) < 0 ? SHORTEST.minus(span).dividedBy(2) : span.dividedBy(30);
        this.from = Phrasing.clamped(first.minus(margin));
        this.to = Phrasing.clamped(last.plus(margin));
    }

    /** The chart of findings in the order of their numbers; empty where none of them has a time. */
    static Optional<Chart> of(String name, List<Finding> numbered, Voice voice) {
        TimeRange range = TimeRange.UNKNOWN;
        for (Finding finding : numbered) {
            range = range.including(finding.when());
        }
        return range.isKnown() ? Optional.of(new ChartDrawing(voice, range).chart(name, numbered, range))
                : Optional.empty();
    }

    private Chart chart(String name, List<Finding> numbered, TimeRange range) {
        Map<AttackStage, Rows> stages = new EnumMap<>(AttackStage.class);
        for (int i = 0; i < numbered.size(); i++) {
            Finding finding = numbered.get(i);
            if (finding.when().isKnown()) {
                stages.computeIfAbsent(finding.indicator().stage(), any -> new Rows()).place(mark(i + 1, finding));
            }
        }
        List<Chart.Lane> lanes = new ArrayList<>();
        List<Chart.Mark> marks = new ArrayList<>();
        int top = Chart.TOP;
        for (Map.Entry<AttackStage, Rows> stage : stages.entrySet()) {
            lanes.add(new Chart.Lane(voice.wording().of(stage.getKey()), top, stage.getValue().height()));
            marks.addAll(stage.getValue().below(top));
            top += stage.getValue().height();
        }
        return new Chart(label(name, range), top + Chart.TOP, lanes, marks, ticks());
    }

    private String label(String name, TimeRange range) {
        return voice.wording().phrase("chart.label", name, voice.phrasing().moment(range.from().orElseThrow()),
                voice.phrasing().moment(range.to().orElseThrow()));
    }

    private Chart.Mark mark(int number, Finding finding) {
        int start = x(finding.when().from().orElseThrow());
        int end = x(finding.when().to().orElseThrow());
        String title = number + " – " + voice.texts().title(finding.indicator().id()) + " – "
                + voice.phrasing().range(finding.when());
        return new Chart.Mark(number, Words.of(Who.of(finding)), start, 0,
                end - start < LEAST_BAR ? 0 : end - start, title);
    }

    private int x(Instant time) {
        double share = (double) Duration.between(from, Phrasing.clamped(time)).toSeconds()
                / Math.max(1, Duration.between(from, to).toSeconds());
        return (int) Math.round(Chart.LEFT + share * (Chart.RIGHT - Chart.LEFT));
    }

    private List<Chart.Tick> ticks() {
        List<Instant> moments = Ticks.between(from, to, voice.phrasing().zone());
        List<Chart.Tick> ticks = new ArrayList<>();
        Duration step = moments.size() < 2 ? Duration.ZERO : Duration.between(moments.get(0), moments.get(1));
        for (int i = 0; i < moments.size(); i++) {
            Optional<Instant> before = i == 0 ? Optional.empty() : Optional.of(moments.get(i - 1));
            ticks.add(new Chart.Tick(x(moments.get(i)), written(moments.get(i), before, step, voice.phrasing().zone()),
                    written(moments.get(i), before, step, ZoneOffset.UTC)));
        }
        return ticks;
    }

    /** The day is written where it begins or changes; the time of day only where the steps are shorter than a day. */
    private static String written(Instant tick, Optional<Instant> before, Duration step, ZoneId zone) {
        ZonedDateTime at = tick.atZone(zone);
        if (step.toDays() >= 60) {
            return YEAR.format(at);
        }
        boolean sameDay = before.filter(b -> b.atZone(zone).toLocalDate().equals(at.toLocalDate())).isPresent();
        boolean wholeDays = step.toDays() >= 1 && at.toLocalTime().toSecondOfDay() == 0;
        return wholeDays ? DAY.format(at) : (sameDay ? CLOCK : DAY_AND_CLOCK).format(at);
    }

    /** The marks of one stage; where they would lie on each other they get rows below each other. */
    private static final class Rows {

        private final List<Integer> ends = new ArrayList<>();
        private final List<Chart.Mark> marks = new ArrayList<>();

        void place(Chart.Mark mark) {
            int row = row(mark);
            if (row == ends.size()) {
                ends.add(0);
            }
            ends.set(row, Math.max(ends.get(row), mark.x() + mark.width() + ROOM));
            marks.add(mark.at(PADDING / 2 + row * ROW + ROW / 2));
        }

        int height() {
            return ends.size() * ROW + PADDING;
        }

        List<Chart.Mark> below(int top) {
            return marks.stream().map(mark -> mark.at(top + mark.y())).toList();
        }

        private int row(Chart.Mark mark) {
            for (int row = 0; row < ends.size(); row++) {
                if (ends.get(row) <= mark.x() - ROOM / 2 || row == MOST_ROWS - 1) {
                    return row;
                }
            }
            return ends.size();
        }
    }
}
