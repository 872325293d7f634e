package org.mimawari.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.TimeRange;
import org.mimawari.scan.Reach;

class SendingCurveTest {

    private static final Instant START = Instant.parse("2024-05-01T13:55:00Z");
    private static final TimeRange BURST = TimeRange.between(START, START.plusSeconds(1_200));

    private static Reach reach(Reach.Slot... slots) {
        return new Reach(new MailboxAddress("noreply@shop.example"), List.of(slots), List.of(), 0, 0);
    }

    @Test
    void aBarIsTheFullestFiveMinutesOfItsStretch() {
        Reach reach = reach(new Reach.Slot(START, 10), new Reach.Slot(START.plusSeconds(300), 40));
        SendingCurve curve = SendingCurve.of(reach, BURST, 3).orElseThrow();
        assertThat(curve.bars()).containsExactly(0, 40, 0);
        assertThat(curve.peak().messages()).isEqualTo(40);
    }

    @Test
    void whatLeftLongBeforeIsNotShown() {
        assertThat(SendingCurve.of(reach(new Reach.Slot(START.minusSeconds(86_400), 10)), BURST, 3)).isEmpty();
    }

    @Test
    void hasNoMoreBarsThanFiveMinutes() {
        assertThat(SendingCurve.of(reach(new Reach.Slot(START, 1)), TimeRange.at(START), 100).orElseThrow().bars()).hasSize(13);
    }

    @Test
    void showsNothingForAnIncidentWithoutATime() {
        assertThat(SendingCurve.of(reach(new Reach.Slot(START, 1)), TimeRange.UNKNOWN, 10)).isEmpty();
    }
}
