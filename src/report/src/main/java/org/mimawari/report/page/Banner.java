package org.mimawari.report.page;

import java.util.List;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.TimeRange;
import org.mimawari.evidence.Words;
import org.mimawari.incident.Verdict;
import org.mimawari.report.summary.Headline;
import org.mimawari.report.summary.MissingEvidence;
import org.mimawari.scan.ScanResult;

/** The verdict with what could not be checked beside it. */
public record Banner(
        String tone,
        String verdict,
        String headline,
        String completeness,
        String tenant,
        String period,
        String zone,
        List<GapLine> gaps,
        List<String> remarks) {

    /** A kind of evidence that is missing, why, and how to get it. */
    public record GapLine(String kind, String reason, String how) {}

    /** True where the gaps are the message: then the page shows at once how to close them. */
    public boolean isOpen() {
        return tone.equals(Words.of(Verdict.CANNOT_SAY));
    }

    static Banner of(ScanResult result, Voice voice) {
        Headline headline = new Headline(voice.wording());
        TimeRange period = TimeRange.UNKNOWN;
        for (Coverage piece : result.coverage()) {
            period = period.including(new TimeRange(piece.from(), piece.to()));
        }
        return new Banner(Words.of(result.verdict()), voice.wording().of(result.verdict()), headline.of(result),
                headline.completeness(result), Voice.name(String.join(", ", result.run().tenants())),
                voice.phrasing().range(period),
                voice.phrasing().zone(period.to().orElse(result.run().startedAt())),
                MissingEvidence.of(result).stream().map(gap -> line(gap, voice)).toList(),
                result.notes().stream().map(note -> Voice.remark(voice.wording().note(note.id(), note.value())))
                        .toList());
    }

    private static GapLine line(MissingEvidence gap, Voice voice) {
        return new GapLine(voice.wording().of(gap.kind()), Voice.remark(gap.written(voice.phrasing())),
                voice.wording().phrase("obtain." + gap.kind().word()));
    }
}
