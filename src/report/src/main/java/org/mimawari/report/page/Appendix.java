package org.mimawari.report.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mimawari.evidence.Coverage;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.report.wording.Wording;
import org.mimawari.scan.RunFacts;
import org.mimawari.scan.ScanResult;

/** With what the report was made: the run, the sources and what they were taken for, what could not be read. */
public record Appendix(
        Map<String, String> run,
        List<SourceRow> sources,
        String moreSources,
        String rejectedIntro,
        List<RejectedRow> rejected) {

    /** A source and what it showed. */
    public record SourceRow(String source, String takenFor, String kinds, String records, String until, String why) {}

    /** A record that could not be read. */
    public record RejectedRow(String source, String locator, String why) {}

    private static final int MOST_SOURCES = 300;
    private static final int MOST_REJECTED = 1_000;
    private static final int MOST_REASONS = 2;

    static Appendix of(ScanResult result, Voice voice) {
        Map<String, List<Coverage>> bySource = new TreeMap<>();
        for (Coverage piece : result.coverage()) {
            bySource.computeIfAbsent(piece.source() + "\u0000" + piece.takenFor(), any -> new ArrayList<>()).add(piece);
        }
        List<SourceRow> sources = bySource.values().stream().limit(MOST_SOURCES)
                .map(pieces -> source(pieces, voice)).toList();
        int hidden = bySource.size() - sources.size();
        List<RejectedRow> rejected = result.rejections().stream().limit(MOST_REJECTED)
                .map(each -> new RejectedRow(Voice.name(each.where().source()), Voice.name(each.where().locator()),
                        Voice.remark(each.why()))).toList();
        String intro = rejected.isEmpty() ? "" : voice.wording().phrase("rejected.intro",
                Phrasing.number(rejected.size()), Phrasing.number(result.evidence().rejected()));
        return new Appendix(run(result.run(), voice), sources,
                hidden == 0 ? "" : voice.counted("label.more-rows", hidden), intro, rejected);
    }

    private static Map<String, String> run(RunFacts run, Voice voice) {
        Wording wording = voice.wording();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(wording.phrase("label.run"), Voice.name(run.id()));
        facts.put(wording.phrase("label.version"), "Mimawari " + Voice.name(run.version()));
        facts.put(wording.phrase("label.started"), voice.phrasing().stamp(run.startedAt()));
        facts.put(wording.phrase("label.finished"), voice.phrasing().stamp(run.finishedAt()));
        facts.put(wording.phrase("label.zone"), voice.phrasing().zone(run.startedAt()));
        return facts;
    }

    private static SourceRow source(List<Coverage> pieces, Voice voice) {
        Coverage first = pieces.get(0);
        Optional<Instant> until = pieces.stream().flatMap(piece -> piece.to().stream()).max(Comparator.naturalOrder());
        List<String> reasons = pieces.stream().flatMap(piece -> piece.reason().stream()).distinct().sorted()
                .limit(MOST_REASONS).map(voice::reason).toList();
        return new SourceRow(Voice.name(first.source()), Voice.name(first.takenFor()),
                voice.phrasing().list(pieces.stream().map(Coverage::kind).distinct().map(voice.wording()::of).toList()),
                Phrasing.number(pieces.stream().mapToLong(Coverage::count).sum()),
                until.map(voice.phrasing()::shortStamp).orElse(""),
                String.join(" / ", reasons));
    }
}
