package org.mimawari.store.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mimawari.evidence.Evidence;
import org.mimawari.store.EveryKind;
import org.mimawari.store.EvidenceSegment;
import org.mimawari.store.state.Casebook.Removed;
import org.mimawari.store.state.Casebook.SourceName;

/** What a casebook must do in whatever database it lies. */
final class CasebookStory {

    private static final SourceName LOG = new SourceName("export", "log.ndjson");
    private static final SourceName RULES = new SourceName("export", "rules.csv");
    private static final int ROUNDS = 60;
    private static final int FEW = 8;

    private CasebookStory() {}

    private static EvidenceSegment segment() {
        EvidenceSegment segment = new EvidenceSegment();
        EveryKind.all().forEach(segment::piece);
        return segment;
    }

    /** Sixty rounds file the same pieces for one mailbox, and one file of rules; then the log goes. */
    static void tell(Casebook book) throws StateException {
        for (long round = 1; round <= ROUNDS; round++) {
            book.file("aoi@shop.example", LOG, round, 0, 5, segment());
            book.join("aoi@shop.example", LOG, round, FEW);
            book.saveRecords(LOG, round, new byte[] {0, 0, 0, 0, 0, 0, 0, (byte) round});
        }
        book.file("aoi@shop.example", RULES, 1, 0, 3, segment());
        book.file("ken@shop.example", LOG, 1, 0, 7, segment());
        book.saveVersion("aoi@shop.example", 5L * ROUNDS + 3);
        book.saveVersion("ken@shop.example", 7);
        book.saveSource(LOG, new byte[] {1});
        book.saveSource(RULES, new byte[] {2});
        book.remark("tenant", new byte[] {3});
        book.saveJudgement("aoi@shop.example", new byte[] {4});

        assertThat(pieces(book, "aoi@shop.example", 0)).as("all pieces, however rows were joined")
                .hasSize((ROUNDS + 1) * EveryKind.all().size()).containsAll(EveryKind.all());
        assertThat(pieces(book, "aoi@shop.example", ROUNDS)).as("of the last round").hasSize(EveryKind.all().size());
        List<Long> records = new ArrayList<>();
        book.records(records::add);
        assertThat(records).hasSize(ROUNDS).contains(1L, 60L);
        assertThat(book.sources()).containsOnlyKeys(LOG, RULES);

        List<Evidence> lost = new ArrayList<>();
        List<Removed> removed = book.drop(LOG, lost::add);

        assertThat(lost).hasSize((ROUNDS + 1) * EveryKind.all().size());
        assertThat(removed).as("long files lie in few rows").hasSizeLessThan(FEW * 3);
        assertThat(removed.stream().filter(row -> row.name().equals("aoi@shop.example")).mapToLong(Removed::print).sum())
                .isEqualTo(5L * ROUNDS);
        assertThat(book.names()).as("nothing is left of Ken").isEqualTo(Map.of("aoi@shop.example", 5L * ROUNDS + 3));
        assertThat(pieces(book, "aoi@shop.example", 0)).isEqualTo(EveryKind.all());
        assertThat(book.remark("tenant")).hasValue(new byte[] {3});
        book.clearFiles();
        assertThat(book.names()).isEmpty();
        assertThat(book.judged()).containsExactly("aoi@shop.example");
        assertThat(book.judgement("aoi@shop.example")).hasValue(new byte[] {4});
        book.clear();
        assertThat(book.judged()).isEmpty();
    }

    private static List<Evidence> pieces(Casebook book, String name, long stamp) throws StateException {
        List<Evidence> pieces = new ArrayList<>();
        book.readSince(name, stamp, pieces::add);
        return pieces;
    }
}
