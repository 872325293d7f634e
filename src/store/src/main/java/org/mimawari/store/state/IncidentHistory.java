package org.mimawari.store.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mimawari.evidence.TimeRange;
import org.mimawari.evidence.Words;
import org.mimawari.incident.IncidentStatus;
import org.mimawari.incident.KnownIncident;
import org.mimawari.incident.ResponseStep;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Level;

/** The incidents of one tenant, from the round that found them until they are long resolved. */
public final class IncidentHistory {

    private static final String COLUMNS = "id, mailbox, status, level, score, since, until, first_seen, last_seen,"
            + " stages, indicators, sentences, response, told_level, told_stages, owner, why, ack_until";

    private final Database database;
    private final String tenant;

    /**
     * What the state knows of an incident.
     *
     * @param stages the stages of the attack that were seen
     * @param told the level and stages that administrators were last told of
     */
    public record Entry(KnownIncident incident, List<AttackStage> stages, Told told, Optional<Acknowledgement> owned) {

        public Entry {
            stages = List.copyOf(stages);
        }
    }

    /** What administrators were last told of an incident. */
    public record Told(Level level, List<AttackStage> stages) {

        public Told {
            stages = List.copyOf(stages);
        }
    }

    /**
     * Somebody answers for an incident.
     *
     * @param until the last moment it stays silent
     */
    public record Acknowledgement(String owner, String why, Instant until) {}

    IncidentHistory(Database database, String tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    /** All of them, resolved ones too, by id. */
    public List<Entry> all() throws StateException {
        return database.list("SELECT " + COLUMNS + " FROM incident WHERE tenant = ? ORDER BY id", IncidentHistory::entry,
                tenant);
    }

    public Optional<Entry> find(String id) throws StateException {
        return database.find("SELECT " + COLUMNS + " FROM incident WHERE tenant = ? AND id = ?", IncidentHistory::entry,
                tenant, id);
    }

    public void save(Entry entry) throws StateException {
        KnownIncident incident = entry.incident();
        database.change("DELETE FROM incident WHERE tenant = ? AND id = ?", tenant, incident.id());
        database.change("INSERT INTO incident (tenant, " + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                + " ?, ?, ?, ?)", tenant, incident.id(), incident.mailbox(), Words.of(incident.status()),
                Words.of(incident.level()), incident.score(), millis(incident.when().from()), millis(incident.when().to()),
                incident.firstSeen().toEpochMilli(), incident.lastSeen().toEpochMilli(), words(entry.stages()),
                String.join("\n", incident.indicators()), String.join("\n", incident.sentences()),
                words(incident.response()), Words.of(entry.told().level()), words(entry.told().stages()),
                entry.owned().map(Acknowledgement::owner).orElse(null), entry.owned().map(Acknowledgement::why).orElse(null),
                entry.owned().map(owned -> owned.until().toEpochMilli()).orElse(null));
    }

    /** Forgets incidents that were resolved and not seen since this moment. */
    public void forgetResolvedBefore(Instant moment) throws StateException {
        database.change("DELETE FROM incident WHERE tenant = ? AND status = ? AND last_seen < ?", tenant,
                Words.of(IncidentStatus.RESOLVED), moment.toEpochMilli());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        TimeRange when = new TimeRange(moment(row, 6), moment(row, 7));
        KnownIncident incident = new KnownIncident(row.getString(1), row.getString(2),
                Words.parse(IncidentStatus.class, row.getString(3)), Words.parse(Level.class, row.getString(4)),
                row.getDouble(5), when, Instant.ofEpochMilli(row.getLong(8)), Instant.ofEpochMilli(row.getLong(9)),
                lines(row.getString(11)), lines(row.getString(12)), words(ResponseStep.class, row.getString(13)));
        Told told = new Told(Words.parse(Level.class, row.getString(14)), words(AttackStage.class, row.getString(15)));
        Optional<String> owner = Optional.ofNullable(row.getString(16));
        String why = Optional.ofNullable(row.getString(17)).orElse("");
        Instant until = Instant.ofEpochMilli(row.getLong(18));
        return new Entry(incident, words(AttackStage.class, row.getString(10)), told,
                owner.map(name -> new Acknowledgement(name, why, until)));
    }

    private static Long millis(Optional<Instant> moment) {
        return moment.map(Instant::toEpochMilli).orElse(null);
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("\n"));
    }

    private static String words(List<? extends Enum<?>> values) {
        return values.stream().map(Words::of).collect(Collectors.joining(" "));
    }

    private static <E extends Enum<E>> List<E> words(Class<E> type, String text) {
        return text.isBlank() ? List.of() : Arrays.stream(text.split(" ")).map(word -> Words.parse(type, word)).toList();
    }
}
