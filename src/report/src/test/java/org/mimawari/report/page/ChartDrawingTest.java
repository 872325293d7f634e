package org.mimawari.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Multiplier;
import org.mimawari.report.FindingStory;
import org.mimawari.report.ResultStory;
import org.mimawari.report.wording.Language;
import org.mimawari.report.wording.Phrasing;

class ChartDrawingTest {

    private static final Voice VOICE = Voice.of(new Phrasing(Language.ENGLISH, ZoneId.of("Asia/Tokyo")), Set.of());

    @Test
    void showsLocalTimeAboveUtc() {
        Chart chart = chart(burst("2024-05-01T04:58:00Z", "2024-05-01T05:17:00Z"));
        assertThat(chart.ticks()).extracting(Chart.Tick::local).contains("05-01 14:00", "14:05");
        assertThat(chart.ticks()).extracting(Chart.Tick::utc).contains("05-01 05:00", "05:05");
    }

    @Test
    void drawsAStretchAsABarAndAMomentAsASign() {
        Chart chart = chart(burst("2024-05-01T04:00:00Z", "2024-05-01T05:00:00Z"),
                burst("2024-05-01T04:30:00Z", "2024-05-01T04:30:00Z"));
        assertThat(chart.marks()).extracting(Chart.Mark::isMoment).containsExactly(false, true);
    }

    @Test
    void tellsByWhoseHandItLooks() {
        Chart chart = chart(burst("2024-05-01T04:00:00Z", "2024-05-01T04:00:00Z"),
                burst("2024-05-01T04:00:00Z", "2024-05-01T04:00:00Z").times(Multiplier.UNKNOWN_SOURCE),
                burst("2024-05-01T04:00:00Z", "2024-05-01T04:00:00Z").times(Multiplier.habitualSource(Family.SENT)));
        assertThat(chart.marks()).extracting(Chart.Mark::tone).containsExactly("attacker", "unknown", "owner");
    }

    @Test
    void hasALaneForEachStageInTheOrderOfAnAttack() {
        Chart chart = chart(burst("2024-05-01T04:00:00Z", "2024-05-01T05:00:00Z"),
                burst("2024-05-01T03:00:00Z", "2024-05-01T03:00:00Z").of(Family.SIGN_IN, AttackStage.INITIAL_ACCESS));
        assertThat(chart.lanes()).extracting(Chart.Lane::name).containsExactly("Way in", "Abuse");
    }

    @Test
    void staysWithinItsFrameForAnyTimes() {
        for (FindingStory[] story : List.of(
                new FindingStory[] {burst(Instant.MIN.toString(), Instant.MAX.toString())},
                new FindingStory[] {burst("2024-05-01T04:00:00Z", "2024-05-01T04:00:00Z")},
                new FindingStory[] {burst("2010-05-01T04:00:00Z", "2024-05-01T04:00:00Z")},
                IntStream.range(0, 40).mapToObj(i -> burst("2024-05-01T04:00:00Z", "2024-05-01T04:00:00Z"))
                        .toArray(FindingStory[]::new))) {
            Chart chart = chart(story);
            assertThat(chart.marks()).allSatisfy(mark -> {
                assertThat(mark.x()).isBetween(Chart.LEFT, Chart.RIGHT);
                assertThat(mark.x() + mark.width()).isLessThanOrEqualTo(Chart.RIGHT);
                assertThat(mark.y()).isBetween(Chart.TOP, chart.bottom());
            });
            assertThat(chart.ticks()).hasSizeLessThanOrEqualTo(8);
        }
    }

    @Test
    void isLeftOutWhereNothingHasATime() {
        assertThat(ChartDrawing.of("x", List.of(ResultStory.finding("no-such-page").finding()), VOICE)).isEmpty();
    }

    private static FindingStory burst(String from, String to) {
        return ResultStory.finding("no-such-page").at(from, to);
    }

    private static Chart chart(FindingStory... stories) {
        List<Finding> findings = List.of(stories).stream().map(FindingStory::finding).toList();
        return ChartDrawing.of("info@shop.example", findings, VOICE).orElseThrow();
    }
}
