package org.mimawari.store.state;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.mimawari.evidence.Evidence;
import org.mimawari.store.EvidenceSegment;
import org.mimawari.store.state.StateException.Problem;

/**
 * What the rounds over one tenant have worked out of the evidence they remember: a file for each name it is filed under,
 * what is known of each source, and what was judged of each mailbox. All of it follows from the {@link EvidenceArchive} and
 * can be made from it again; it is here so that a round need touch only what is new. Not safe for several threads.
 */
public final class Casebook {

    private static final String OF_SOURCE = " WHERE tenant = ? AND connector = ? AND source = ?";

    private final Database database;
    private final String tenant;

    Casebook(Database database, String tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    /**
     * A source of a connector.
     *
     * @param connector as configured
     */
    public record SourceName(String connector, String source) {}

    /** Forgets everything. */
    public void clear() throws StateException {
        for (String table : List.of("case_file", "case_name", "case_source", "case_record", "judgement")) {
            database.change("DELETE FROM " + table + " WHERE tenant = ?", tenant);
        }
    }

    /** Everything but what was judged: the files are about to be made again, perhaps just as they were. */
    public void clearFiles() throws StateException {
        for (String table : List.of("case_file", "case_name", "case_source", "case_record")) {
            database.change("DELETE FROM " + table + " WHERE tenant = ?", tenant);
        }
    }

    /**
     * Puts pieces of evidence into the file of a name, and empties the segment.
     *
     * @param stamp the round; later ones have greater stamps
     * @param part counted from 0 for each name, source and round
     * @param print the sum of the prints of the pieces
     */
    public void file(String name, SourceName source, long stamp, long part, long print, EvidenceSegment pieces)
            throws StateException {
        database.change("INSERT INTO case_file (tenant, name, connector, source, stamp, part, print, bytes)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)", tenant, name, source.connector(), source.source(), stamp, part, print,
                Seal.put(pieces.take()));
    }

    /**
     * Joins the rows that rounds before this one put into the file of a name for a source, where there are more than a
     * few; a long row is left alone, so that joining costs little however long the file grows.
     */
    public void join(String name, SourceName source, long stamp, int most) throws StateException {
        String where = " WHERE tenant = ? AND name = ? AND connector = ? AND source = ? AND stamp < ?";
        Object[] values = {tenant, name, source.connector(), source.source(), stamp};
        boolean isFew = database.find("SELECT count(*) FROM case_file" + where, row -> row.getLong(1), values)
                .filter(rows -> rows > most).isEmpty();
        if (isFew) {
            return;
        }
        List<Row> rows = database.list("SELECT stamp, part, print, bytes FROM case_file" + where + " ORDER BY stamp, part",
                row -> new Row(row.getLong(1), row.getLong(2), row.getLong(3), row.getBytes(4)), values);
        long whole = rows.stream().mapToLong(row -> row.bytes().length).sum();
        List<Row> small = rows.stream().filter(row -> row.bytes().length * 2L <= whole).toList();
        EvidenceSegment joined = new EvidenceSegment();
        long print = 0;
        for (Row row : small) {
            read(row.bytes(), name, joined::piece);
            print += row.print();
            database.change("DELETE FROM case_file" + where.replace("<", "=") + " AND part = ?", tenant, name,
                    source.connector(), source.source(), row.stamp(), row.part());
        }
        file(name, source, small.get(small.size() - 1).stamp(), small.get(small.size() - 1).part(), print, joined);
    }

    private record Row(long stamp, long part, long print, byte[] bytes) {}

    /** The names there are files of, each with a number that changes whenever its file does. */
    public Map<String, Long> names() throws StateException {
        Map<String, Long> names = new LinkedHashMap<>();
        database.list("SELECT name, version FROM case_name WHERE tenant = ? ORDER BY name",
                row -> names.put(row.getString(1), row.getLong(2)), tenant);
        return names;
    }

    public void saveVersion(String name, long version) throws StateException {
        database.change("INSERT INTO case_name (tenant, name, version) VALUES (?, ?, ?)"
                + " ON CONFLICT (tenant, name) DO UPDATE SET version = excluded.version", tenant, name, version);
    }

    /** Forgets that there is a file of this name; its pieces must be gone. */
    public void forgetName(String name) throws StateException {
        database.change("DELETE FROM case_name WHERE tenant = ? AND name = ?", tenant, name);
    }

    /** All pieces in the file of a name. */
    public void read(String name, Consumer<Evidence> pieces) throws StateException {
        readSince(name, Long.MIN_VALUE, pieces);
    }

    /** The pieces that were put into the file of a name in this round or later. */
    public void readSince(String name, long stamp, Consumer<Evidence> pieces) throws StateException {
        for (byte[] bytes : database.list("SELECT bytes FROM case_file WHERE tenant = ? AND name = ? AND stamp >= ?"
                + " ORDER BY connector, source, stamp, part", row -> row.getBytes(1), tenant, name, stamp)) {
            read(bytes, name, pieces);
        }
    }

    /** A row that was taken out of a file. */
    public record Removed(String name, long print) {}

    /** Takes what a source showed out of all files, piece by piece; what is known of the source goes too. */
    public List<Removed> drop(SourceName source, Consumer<Evidence> pieces) throws StateException {
        Object[] where = {tenant, source.connector(), source.source()};
        List<Removed> removed = database.list("SELECT name, print FROM case_file" + OF_SOURCE,
                row -> new Removed(row.getString(1), row.getLong(2)), where);
        Set<String> names = new HashSet<>();
        removed.forEach(row -> names.add(row.name()));
        for (byte[] bytes : database.list("SELECT bytes FROM case_file" + OF_SOURCE, row -> row.getBytes(1), where)) {
            read(bytes, source.source(), pieces);
        }
        database.change("DELETE FROM case_file" + OF_SOURCE, where);
        database.change("DELETE FROM case_source" + OF_SOURCE, where);
        database.change("DELETE FROM case_record" + OF_SOURCE, where);
        for (String name : names) {
            if (database.find("SELECT 1 FROM case_file WHERE tenant = ? AND name = ? LIMIT 1", row -> row.getLong(1), tenant,
                    name).isEmpty()) {
                forgetName(name);
            }
        }
        return removed;
    }

    /** What is known of each source, in the words of whoever saved it. */
    public Map<SourceName, byte[]> sources() throws StateException {
        Map<SourceName, byte[]> sources = new HashMap<>();
        database.list("SELECT connector, source, bytes FROM case_source WHERE tenant = ? AND connector <> ''",
                row -> sources.put(new SourceName(row.getString(1), row.getString(2)), row.getBytes(3)), tenant);
        for (Map.Entry<SourceName, byte[]> each : sources.entrySet()) {
            each.setValue(Seal.open(each.getValue(), each.getKey().source()));
        }
        return sources;
    }

    public void saveSource(SourceName source, byte[] bytes) throws StateException {
        database.change("INSERT INTO case_source (tenant, connector, source, bytes) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (tenant, connector, source) DO UPDATE SET bytes = excluded.bytes", tenant,
                source.connector(), source.source(), Seal.put(bytes));
    }

    /** The fingerprints of all records in the files. */
    public void records(LongConsumer fingerprints) throws StateException {
        for (byte[] bytes : database.list("SELECT bytes FROM case_record WHERE tenant = ?", row -> row.getBytes(1), tenant)) {
            each(Seal.open(bytes, "all records"), fingerprints);
        }
    }

    /** The fingerprints of the records that a source was the first to show. */
    public void records(SourceName source, LongConsumer fingerprints) throws StateException {
        for (byte[] bytes : database.list("SELECT bytes FROM case_record" + OF_SOURCE, row -> row.getBytes(1), tenant,
                source.connector(), source.source())) {
            each(Seal.open(bytes, source.source()), fingerprints);
        }
    }

    private static void each(byte[] bytes, LongConsumer fingerprints) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.remaining() >= Long.BYTES) {
            fingerprints.accept(buffer.getLong());
        }
    }

    /** Adds fingerprints of records that a round read of a source. */
    public void saveRecords(SourceName source, long stamp, byte[] fingerprints) throws StateException {
        database.change("INSERT INTO case_record (tenant, connector, source, stamp, bytes) VALUES (?, ?, ?, ?, ?)", tenant,
                source.connector(), source.source(), stamp, Seal.put(fingerprints));
    }

    /** The mailboxes of which a judgement is kept; an empty name is the tenant. */
    public Set<String> judged() throws StateException {
        return new HashSet<>(database.list("SELECT mailbox FROM judgement WHERE tenant = ?", row -> row.getString(1), tenant));
    }

    /** What was judged of a mailbox, in the words of whoever saved it; empty where it is damaged. */
    public Optional<byte[]> judgement(String mailbox) throws StateException {
        return database.find("SELECT bytes FROM judgement WHERE tenant = ? AND mailbox = ?", row -> Seal.find(row.getBytes(1)), tenant,
                mailbox).flatMap(found -> found);
    }

    public void saveJudgement(String mailbox, byte[] bytes) throws StateException {
        database.change("INSERT INTO judgement (tenant, mailbox, bytes) VALUES (?, ?, ?)"
                + " ON CONFLICT (tenant, mailbox) DO UPDATE SET bytes = excluded.bytes", tenant, mailbox,
                Seal.put(bytes));
    }

    public void forgetJudgement(String mailbox) throws StateException {
        database.change("DELETE FROM judgement WHERE tenant = ? AND mailbox = ?", tenant, mailbox);
    }

    /** A remark of the casebook's own, kept under a name no source has; empty where it is damaged. */
    public Optional<byte[]> remark(String name) throws StateException {
        return database.find("SELECT bytes FROM case_source" + OF_SOURCE, row -> row.getBytes(1), tenant, "", name)
                .flatMap(Seal::find);
    }

    public void remark(String name, byte[] content) throws StateException {
        saveSource(new SourceName("", name), content);
    }

    private static void read(byte[] sealed, String name, Consumer<Evidence> pieces) throws StateException {
        byte[] bytes = Seal.open(sealed, name);
        try {
            EvidenceSegment.read(bytes, new EvidenceSegment.Reader() {
                @Override
                public void record(long fingerprint) {}

                @Override
                public void piece(Evidence evidence) {
                    pieces.accept(evidence);
                }
            });
        } catch (IndexOutOfBoundsException | IllegalArgumentException | NegativeArraySizeException e) {
            throw new StateException(Problem.UNUSABLE, "what the state holds of " + name + " is damaged", e);
        }
    }
}
