package org.mimawari.report.summary;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.TimeRange;
import org.mimawari.scan.Reach;

/**
 * How much left a mailbox around an incident, as equally wide bars: each is the most that left in any five minutes of its
 * stretch of time, so that a short burst is as high however long the whole is.
 *
 * @param bars messages in the fullest five minutes of each stretch
 * @param peak the fullest five minutes of all
 */
public record SendingCurve(List<Integer> bars, Instant from, Instant to, Reach.Slot peak) {

    private static final Duration AROUND = Duration.ofMinutes(30);

    public SendingCurve {
        bars = List.copyOf(bars);
    }

    /** At most so many bars from half an hour before to half an hour after; empty where nothing left or the time is unknown. */
    public static Optional<SendingCurve> of(Reach reach, TimeRange when, int most) {
        if (!when.isKnown()) {
            return Optional.empty();
        }
        long slot = Reach.SLOT.toSeconds();
        long first = Math.floorDiv(when.from().orElseThrow().getEpochSecond() - AROUND.toSeconds(), slot);
        long last = Math.floorDiv(when.to().orElseThrow().getEpochSecond() + AROUND.toSeconds(), slot);
        List<Reach.Slot> shown = new ArrayList<>();
        for (Reach.Slot each : reach.slots()) {
            long number = Math.floorDiv(each.from().getEpochSecond(), slot);
            if (number >= first && number <= last) {
                shown.add(each);
            }
        }
        return new Reach(reach.mailbox(), shown, List.of(), 0, 0).peak().map(peak ->
                new SendingCurve(bars(shown, first, last, most), Instant.ofEpochSecond(first * slot),
                        Instant.ofEpochSecond((last + 1) * slot), peak));
    }

    private static List<Integer> bars(List<Reach.Slot> shown, long first, long last, int most) {
        long slots = last - first + 1;
        int count = (int) Math.min(most, slots);
        int[] bars = new int[count];
        for (Reach.Slot each : shown) {
            long number = Math.floorDiv(each.from().getEpochSecond(), Reach.SLOT.toSeconds()) - first;
            int bar = (int) (number * count / slots);
            bars[bar] = Math.max(bars[bar], each.messages());
        }
        return Arrays.stream(bars).boxed().toList();
    }
}
