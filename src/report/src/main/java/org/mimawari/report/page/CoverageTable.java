package org.mimawari.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.Words;
import org.mimawari.report.wording.Phrasing;

/**
 * Kinds of evidence against formats of sources: what was read, partly read, not read.
 *
 * @param notGiven a sentence that names the kinds of which there was no source at all, or an empty text
 */
public record CoverageTable(List<String> formats, List<Row> rows, String notGiven) {

    /** One kind of evidence. */
    public record Row(String kind, Cell overall, List<Cell> cells) {}

    /** @param state {@code collected}, {@code partial}, {@code not-collected} or {@code not-given} */
    public record Cell(String state, String mark, String word, String count) {}

    private static final int MOST_FORMATS = 6;
    private static final String OTHERS = "";

    /** @param required kinds that get a row even where there was no source of them */
    static CoverageTable of(List<Coverage> coverage, Set<EvidenceKind> required, Voice voice) {
        List<String> formats = formats(coverage);
        List<Row> rows = new ArrayList<>();
        List<String> notGiven = new ArrayList<>();
        for (EvidenceKind kind : EvidenceKind.values()) {
            List<Coverage> pieces = coverage.stream().filter(piece -> piece.kind() == kind).toList();
            if (pieces.isEmpty() && !required.contains(kind)) {
                notGiven.add(voice.wording().of(kind));
            } else {
                rows.add(row(kind, pieces, formats, voice));
            }
        }
        String others = voice.wording().phrase("label.other-sources");
        String none = String.join(voice.wording().phrase("list.separator"), notGiven);
        return new CoverageTable(formats.stream().map(f -> f.equals(OTHERS) ? others : Voice.name(f)).toList(), rows,
                none.isEmpty() ? "" : voice.wording().phrase("coverage.none-of", none));
    }

    private static Row row(EvidenceKind kind, List<Coverage> pieces, List<String> formats, Voice voice) {
        Map<String, List<Coverage>> byFormat = new HashMap<>();
        pieces.forEach(piece -> byFormat.computeIfAbsent(column(piece, formats), any -> new ArrayList<>()).add(piece));
        return new Row(voice.wording().of(kind), cell(pieces, voice),
                formats.stream().map(format -> cell(byFormat.getOrDefault(format, List.of()), voice)).toList());
    }

    /** The formats with most records; where there are more than fit, the last column is for the rest. */
    private static List<String> formats(List<Coverage> coverage) {
        Map<String, Long> records = new TreeMap<>();
        coverage.forEach(piece -> records.merge(piece.takenFor(), piece.count(), Long::sum));
        List<String> formats = new ArrayList<>(records.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey).toList());
        if (formats.size() <= MOST_FORMATS) {
            return formats;
        }
        List<String> shown = new ArrayList<>(formats.subList(0, MOST_FORMATS - 1));
        shown.add(OTHERS);
        return shown;
    }

    private static String column(Coverage piece, List<String> formats) {
        return formats.contains(piece.takenFor()) ? piece.takenFor() : OTHERS;
    }

    private static Cell cell(List<Coverage> pieces, Voice voice) {
        long count = pieces.stream().mapToLong(Coverage::count).sum();
        Optional<Coverage.State> state = together(pieces);
        String word = state.map(voice.wording()::of).orElseGet(() -> voice.wording().phrase("coverage.not-given"));
        return new Cell(state.map(Words::of).orElse("not-given"), state.map(CoverageTable::mark).orElse("–"), word,
                count == 0 ? "" : Phrasing.number(count));
    }

    private static Optional<Coverage.State> together(List<Coverage> pieces) {
        List<Coverage.State> states = pieces.stream().map(Coverage::state).distinct().toList();
        if (states.size() <= 1) {
            return states.stream().findFirst();
        }
        return Optional.of(Coverage.State.PARTIAL);
    }

    private static String mark(Coverage.State state) {
        return switch (state) {
            case COLLECTED -> "●";
            case PARTIAL -> "◐";
            case NOT_COLLECTED -> "○";
        };
    }
}
