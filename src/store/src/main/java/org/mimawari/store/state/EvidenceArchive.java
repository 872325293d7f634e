package org.mimawari.store.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.TimeRange;
import org.mimawari.evidence.Words;
import org.mimawari.store.EvidenceSegment;
import org.mimawari.store.state.Casebook.SourceName;
import org.mimawari.store.state.StateException.Problem;

/** The evidence of one tenant, source by source, as the rounds read it. Not safe for several threads. */
public final class EvidenceArchive {

    private static final String OF_SOURCE = " WHERE tenant = ? AND connector = ? AND %s = ?";

    private final Database database;
    private final String tenant;
    private final Map<SourceName, Change> changes = new HashMap<>();

    /**
     * What became of a source since the archive was opened.
     *
     * @param isReplaced whether something it showed is gone, so that all of it must be read again
     * @param firstNew the first segment that was added
     */
    public record Change(boolean isReplaced, long firstNew) {}

    EvidenceArchive(Database database, String tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    /** All sources, by connector and name. */
    public List<KnownSource> sources() throws StateException {
        return database.list("SELECT connector, name, system, place, read_at FROM source WHERE tenant = ?"
                + " ORDER BY connector, name", row -> new KnownSource(row.getString(1), row.getString(2), row.getString(3),
                row.getString(4), Instant.ofEpochMilli(row.getLong(5))), tenant);
    }

    /** Remembers the source, or what is new about it. */
    public void save(KnownSource source) throws StateException {
        database.change("DELETE FROM source" + where("name"), tenant, source.connector(), source.name());
        database.change("INSERT INTO source (tenant, connector, name, system, place, read_at)"
                + " VALUES (?, ?, ?, ?, ?, ?)", tenant, source.connector(), source.name(), source.system(),
                source.place(), source.readAt().toEpochMilli());
    }

    /** Forgets the source and all it showed. */
    public void forget(String connector, String source) throws StateException {
        database.change("DELETE FROM source" + where("name"), tenant, connector, source);
        replaced(connector, source, database.change("DELETE FROM segment" + where("source"), tenant, connector, source));
        database.change("DELETE FROM coverage" + where("source"), tenant, connector, source);
        database.change("DELETE FROM rejection" + where("source"), tenant, connector, source);
    }

    /** Forgets what is covered of a source, but not what was read of it. */
    public void forgetCoverage(String connector, String source) throws StateException {
        database.change("DELETE FROM coverage" + where("source"), tenant, connector, source);
    }

    /** Adds a segment and empties it. */
    public void add(String connector, String source, EvidenceSegment segment) throws StateException {
        long newest = segment.newest();
        long part = nextPart(connector, source);
        database.change("INSERT INTO segment (tenant, connector, source, part, newest, bytes) VALUES (?, ?, ?, ?, ?, ?)",
                tenant, connector, source, part, newest, segment.take());
        changes.putIfAbsent(new SourceName(connector, source), new Change(false, part));
    }

    /** The sources of which segments were added or forgotten since the archive was opened. */
    public Map<SourceName, Change> changes() {
        return Map.copyOf(changes);
    }

    private void replaced(String connector, String source, int segments) {
        if (segments > 0) {
            changes.put(new SourceName(connector, source), new Change(true, 0));
        }
    }

    /** The number that the next segment of the source will have. */
    public long nextPart(String connector, String source) throws StateException {
        return database.find("SELECT coalesce(max(part), -1) + 1 FROM segment" + where("source"), row -> row.getLong(1),
                tenant, connector, source).orElse(0L);
    }

    /** True where the archive holds of the source just what this segment holds. */
    public boolean isOnlySegment(String connector, String source, EvidenceSegment segment) throws StateException {
        List<byte[]> all = database.list("SELECT bytes FROM segment" + where("source"), row -> row.getBytes(1), tenant,
                connector, source);
        return all.size() == 1 && segment.holds(all.get(0));
    }

    /** Forgets the segments of a source before this one. */
    public void forgetParts(String connector, String source, long before) throws StateException {
        replaced(connector, source, database.change("DELETE FROM segment" + where("source") + " AND part < ?", tenant,
                connector, source, before));
    }

    /** Forgets what was said of the source's coverage, and of records that could not be read. */
    public void forgetReports(String connector, String source) throws StateException {
        database.change("DELETE FROM coverage" + where("source"), tenant, connector, source);
        database.change("DELETE FROM rejection" + where("source"), tenant, connector, source);
    }

    /** The segments of a source, oldest first, one after the other. */
    public void read(String connector, String source, EvidenceSegment.Reader reader) throws StateException {
        read(connector, source, new Parts(0, Long.MAX_VALUE), reader);
    }

    /** Segments by number, from the first and before the last. */
    public record Parts(long from, long before) {}

    /** How many segments a source has from this one on. */
    public long parts(SourceName source, long from) throws StateException {
        return database.find("SELECT count(*) FROM segment" + where("source") + " AND part >= ?", row -> row.getLong(1),
                tenant, source.connector(), source.source(), from).orElse(0L);
    }

    /** Some of the segments of a source, oldest first. */
    public void read(String connector, String source, Parts some, EvidenceSegment.Reader reader) throws StateException {
        List<Long> parts = database.list("SELECT part FROM segment" + where("source") + " AND part >= ? AND part < ? ORDER BY part",
                row -> row.getLong(1), tenant, connector, source, some.from(), some.before());
        for (long part : parts) {
            Optional<byte[]> bytes = database.find("SELECT bytes FROM segment" + where("source") + " AND part = ?",
                    row -> row.getBytes(1), tenant, connector, source, part);
            if (bytes.isPresent()) {
                read(bytes.get(), source, reader);
            }
        }
    }

    private static void read(byte[] bytes, String source, EvidenceSegment.Reader reader) throws StateException {
        try {
            EvidenceSegment.read(bytes, reader);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | NegativeArraySizeException e) {
            throw new StateException(Problem.UNUSABLE, "what the state holds of " + source + " is damaged", e);
        }
    }

    /** The latest moment of any evidence that does not lie behind this one: a forged date of the future counts for nothing. */
    public Optional<Instant> newest(Instant now) throws StateException {
        return database.find("SELECT max(newest) FROM segment WHERE tenant = ? AND newest > ? AND newest <= ?",
                row -> moment(row, 1), tenant, Long.MIN_VALUE, now.toEpochMilli()).flatMap(found -> found);
    }

    /** Forgets segments whose evidence all lies before this moment; segments without times stay. */
    public int forgetBefore(Instant moment) throws StateException {
        return database.change("DELETE FROM segment WHERE tenant = ? AND newest > ? AND newest < ?", tenant, Long.MIN_VALUE,
                moment.toEpochMilli());
    }

    /**
     * What a source shows of a kind. Where it was known and not forgotten, it was read on: the two are joined. What could
     * not be read before stays unread; what was merely not in it may be now.
     */
    public void cover(String connector, Coverage piece) throws StateException {
        Optional<Coverage> before = coverage(connector, piece.source()).stream()
                .filter(row -> row.kind() == piece.kind() && row.mailbox().equals(piece.mailbox())).findFirst();
        write(connector, before.map(earlier -> joined(earlier, piece)).orElse(piece));
    }

    private static Coverage joined(Coverage before, Coverage after) {
        boolean isBroken = before.isBroken() || after.isBroken();
        Coverage telling = before.state().compareTo(after.state()) > 0 == isBroken ? before : after;
        TimeRange when = new TimeRange(before.from(), before.to()).including(new TimeRange(after.from(), after.to()));
        return new Coverage(after.source(), after.takenFor(), after.kind(), after.mailbox(), telling.state(), telling.reason(),
                when.from(), when.to(), before.count() + after.count());
    }

    private void write(String connector, Coverage row) throws StateException {
        String mailbox = row.mailbox().map(MailboxAddress::text).orElse("");
        database.change("DELETE FROM coverage" + where("source") + " AND kind = ? AND mailbox = ?", tenant, connector,
                row.source(), row.kind().word(), mailbox);
        database.change("INSERT INTO coverage (tenant, connector, source, kind, mailbox, taken_for, state, reason, since,"
                + " until, amount) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", tenant, connector, row.source(),
                row.kind().word(), mailbox, row.takenFor(), Words.of(row.state()), row.reason().orElse(null),
                row.from().map(Instant::toEpochMilli).orElse(null), row.to().map(Instant::toEpochMilli).orElse(null),
                row.count());
    }

    public List<Coverage> coverage(String connector, String source) throws StateException {
        return database.list("SELECT source, taken_for, kind, mailbox, state, reason, since, until, amount FROM coverage"
                + where("source") + " ORDER BY kind, mailbox", EvidenceArchive::coverage, tenant, connector, source);
    }

    /** What all sources show, source by source. */
    public List<Coverage> coverage() throws StateException {
        return database.list("SELECT source, taken_for, kind, mailbox, state, reason, since, until, amount FROM coverage"
                + " WHERE tenant = ? ORDER BY connector, source, kind, mailbox", EvidenceArchive::coverage, tenant);
    }

    public void reject(String connector, EvidenceRef where, String why) throws StateException {
        database.change("INSERT INTO rejection (tenant, connector, source, locator, why) VALUES (?, ?, ?, ?, ?)", tenant,
                connector, where.source(), where.locator(), why);
    }

    /** Records of a source that could not be read, each with the reason. */
    public void rejections(String connector, String source, RejectedRecord each) throws StateException {
        for (String[] row : database.list("SELECT locator, why FROM rejection" + where("source"),
                row -> new String[] {row.getString(1), row.getString(2)}, tenant, connector, source)) {
            each.take(new EvidenceRef(source, row[0], Optional.empty()), row[1]);
        }
    }

    /** Records of all sources that could not be read. */
    public void rejections(RejectedRecord each) throws StateException {
        for (String[] row : database.list("SELECT source, locator, why FROM rejection WHERE tenant = ?",
                row -> new String[] {row.getString(1), row.getString(2), row.getString(3)}, tenant)) {
            each.take(new EvidenceRef(row[0], row[1], Optional.empty()), row[2]);
        }
    }

    /** Takes a record that could not be read. */
    @FunctionalInterface
    public interface RejectedRecord {
        void take(EvidenceRef where, String why);
    }

    private static String where(String column) {
        return OF_SOURCE.replace("%s", column);
    }

    private static Coverage coverage(ResultSet row) throws SQLException {
        return new Coverage(row.getString(1), row.getString(2), Words.parse(EvidenceKind.class, row.getString(3)),
                MailboxAddress.find(row.getString(4)), Words.parse(Coverage.State.class, row.getString(5)),
                Optional.ofNullable(row.getString(6)), moment(row, 7), moment(row, 8), row.getLong(9));
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
