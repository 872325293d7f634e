package org.mimawari.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mimawari.evidence.TimeRange;
import org.mimawari.incident.Verdict;
import org.mimawari.indicator.Level;
import org.mimawari.report.summary.Affected;
import org.mimawari.report.summary.Headline;
import org.mimawari.report.summary.MissingEvidence;
import org.mimawari.report.terminal.Canvas;
import org.mimawari.report.terminal.Ink;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.report.wording.VisibleText;
import org.mimawari.report.wording.Wording;
import org.mimawari.scan.EvidenceCount;
import org.mimawari.scan.NotAssessedEntry;
import org.mimawari.scan.Reach;
import org.mimawari.scan.Rejection;
import org.mimawari.scan.ScanResult;

/** Composes the sections of the terminal report within the lines there are. */
final class TerminalSections {

    private static final int FOOT = 3;
    private static final int MOST_GAPS = 5;
    private static final int MOST_REMARKS = 3;
    private static final int MOST_FILES = 3;
    private static final int LONGEST_FILE = 80;
    /** The place of what could not be read at all. */
    private static final String FILE = "file";

    private final Phrasing phrasing;
    private final Wording wording;
    private final TerminalStyle style;

    TerminalSections(Phrasing phrasing, TerminalStyle style) {
        this.phrasing = phrasing;
        this.wording = phrasing.wording();
        this.style = style;
    }

    List<String> lines(ScanResult result) {
        Canvas canvas = new Canvas(style.width(), style.colour());
        verdict(canvas, result);
        canvas.blank();
        numbers(canvas, result);
        gaps(canvas, result);
        affected(canvas, result);
        return canvas.lines();
    }

    private void verdict(Canvas canvas, ScanResult result) {
        Ink ink = Ink.of(result.verdict());
        canvas.paragraph(ink, 0, wording.of(result.verdict()), 1);
        Headline headline = new Headline(wording);
        canvas.paragraph(Ink.PLAIN, 0, headline.of(result), 3);
        canvas.paragraph(Ink.PLAIN, 0, headline.completeness(result), 2);
    }

    private void numbers(Canvas canvas, ScanResult result) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put(wording.phrase("terminal.mailboxes"), Phrasing.number(result.mailboxes().size()));
        EvidenceCount count = result.evidence();
        rows.put(wording.phrase("terminal.records"), wording.phrase("counter.records", Phrasing.number(count.read()),
                Phrasing.number(count.accepted()), Phrasing.number(count.duplicate()),
                Phrasing.number(count.rejected())));
        rows.put(wording.phrase("terminal.evidence"), period(result));
        int columns = Canvas.widest(List.copyOf(rows.keySet()));
        rows.forEach((label, text) -> canvas.labelled(new Canvas.Label(Ink.FAINT, 0, label, columns), text, 2));
        result.notes().stream().limit(MOST_REMARKS).forEach(note -> canvas.paragraph(Ink.PLAIN, 0,
                "! " + wording.note(note.id(), note.value()), 2));
    }

    private String period(ScanResult result) {
        TimeRange period = TimeRange.UNKNOWN;
        for (var piece : result.coverage()) {
            period = period.including(new TimeRange(piece.from(), piece.to()));
        }
        if (!period.isKnown()) {
            return phrasing.range(period);
        }
        Instant at = period.to().orElse(result.run().startedAt());
        return phrasing.range(period) + "  " + phrasing.zone(at);
    }

    private void gaps(Canvas canvas, ScanResult result) {
        List<MissingEvidence> missing = MissingEvidence.of(result);
        long indicators = result.notAssessed().stream().map(NotAssessedEntry::indicator).distinct().count();
        List<Rejection> files = result.rejections().stream().filter(each -> each.where().locator().equals(FILE)).toList();
        if (missing.isEmpty() && indicators == 0 && files.isEmpty()) {
            return;
        }
        canvas.blank();
        canvas.paragraph(Ink.BOLD, 0, wording.phrase("terminal.gaps"), 1);
        int columns = Canvas.widest(missing.stream().limit(MOST_GAPS).map(gap -> wording.of(gap.kind())).toList());
        missing.stream().limit(MOST_GAPS).forEach(gap -> gap(canvas, gap, columns, result.verdict()));
        if (missing.size() > MOST_GAPS) {
            long more = missing.size() - MOST_GAPS;
            canvas.paragraph(Ink.PLAIN, 2, wording.counted("label.more-gaps", more, Phrasing.number(more)), 1);
        }
        files.stream().limit(MOST_FILES).forEach(file -> canvas.paragraph(Ink.CAUTION, 2, wording.phrase("terminal.file",
                VisibleText.of(file.where().source(), LONGEST_FILE), wording.reason(file.why())), 2));
        if (files.size() > MOST_FILES) {
            long more = files.size() - MOST_FILES;
            canvas.paragraph(Ink.PLAIN, 2, wording.counted("terminal.more-files", more, Phrasing.number(more)), 1);
        }
        if (indicators > 0) {
            canvas.paragraph(Ink.PLAIN, 2, wording.counted("terminal.not-assessed", indicators,
                    Phrasing.number(indicators)), 1);
        }
    }

    private void gap(Canvas canvas, MissingEvidence gap, int columns, Verdict verdict) {
        canvas.labelled(new Canvas.Label(Ink.CAUTION, 2, wording.of(gap.kind()), columns), gap.written(phrasing), 2);
        if (verdict == Verdict.CANNOT_SAY) {
            canvas.labelled(new Canvas.Label(Ink.PLAIN, 2, "", columns),
                    wording.phrase("terminal.how") + " " + wording.phrase("obtain." + gap.kind().word()), 3);
        }
    }

    private void affected(Canvas canvas, ScanResult result) {
        List<Affected> all = Affected.in(result);
        List<Affected> affected = all.stream().filter(each -> each.level().isAtLeast(style.lowest())).toList();
        if (!affected.isEmpty()) {
            canvas.blank();
            canvas.paragraph(Ink.BOLD, 0, wording.phrase("heading.mailboxes"), 1);
        }
        List<Canvas> blocks = blocks(canvas, affected, result.reach());
        int shown = 0;
        for (Canvas block : blocks) {
            if (shown > 0 && canvas.size() + block.size() + FOOT > style.lines()) {
                break;
            }
            canvas.add(block);
            shown++;
        }
        foot(canvas, affected.size() - Math.min(shown, affected.size()), all.size() - affected.size(), quiet(result, all));
    }

    /** Each mailbox at length where there is room for all; else briefly, with the next steps once behind the gravest. */
    private List<Canvas> blocks(Canvas canvas, List<Affected> affected, List<Reach> reaches) {
        TerminalMailbox mailboxes = new TerminalMailbox(phrasing, affected.size(), reaches);
        List<Canvas> full = affected.stream().map(each -> block(canvas, block -> mailboxes.write(block, each))).toList();
        long lines = full.stream().mapToLong(Canvas::size).sum();
        if (canvas.size() + lines + FOOT <= style.lines()) {
            return full;
        }
        List<Canvas> brief = new ArrayList<>();
        affected.forEach(each -> brief.add(block(canvas, block -> mailboxes.writeBriefly(block, each))));
        int grave = (int) affected.stream().filter(each -> each.level().isAtLeast(Level.MEDIUM)).count();
        String steps = affected.stream().limit(grave).flatMap(each -> each.gravest().response().stream()).distinct().sorted()
                .map(wording::of).collect(Collectors.joining(wording.phrase("list.steps")));
        if (!steps.isEmpty()) {
            brief.add(grave, block(canvas, block -> block.paragraph(Ink.PLAIN, 2, wording.phrase("terminal.next") + " " + steps, 4)));
        }
        return brief;
    }

    private static Canvas block(Canvas canvas, Consumer<Canvas> writer) {
        Canvas block = canvas.blankCopy();
        writer.accept(block);
        return block;
    }

    private static long quiet(ScanResult result, List<Affected> affected) {
        return result.mailboxes().size() - affected.stream().map(Affected::mailbox).flatMap(Optional::stream).count();
    }

    private void foot(Canvas canvas, long more, long weak, long quiet) {
        List<String> rest = new ArrayList<>();
        Stream.of(more).filter(count -> count > 0)
                .forEach(count -> rest.add(wording.counted("label.more-mailboxes", count, Phrasing.number(count))));
        Stream.of(weak).filter(count -> count > 0)
                .forEach(count -> rest.add(wording.counted("terminal.weak", count, Phrasing.number(count))));
        Stream.of(quiet).filter(count -> count > 0)
                .forEach(count -> rest.add(wording.counted("terminal.quiet", count, Phrasing.number(count))));
        if (!rest.isEmpty()) {
            canvas.blank();
            canvas.paragraph(Ink.FAINT, 0, String.join(wording.phrase("list.separator"), rest), 1);
        }
    }
}
