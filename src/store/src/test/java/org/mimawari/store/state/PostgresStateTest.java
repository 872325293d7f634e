package org.mimawari.store.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.TimeRange;
import org.mimawari.incident.IncidentStatus;
import org.mimawari.incident.KnownIncident;
import org.mimawari.incident.ResponseStep;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Level;
import org.mimawari.store.EveryKind;
import org.mimawari.store.EvidenceSegment;
import org.mimawari.store.state.IncidentHistory.Entry;
import org.mimawari.store.state.IncidentHistory.Told;
import org.mimawari.store.state.StateException.Problem;

/** Against a PostgreSQL server of Debian's package, which the test starts on a loopback port and stops. */
@Tag("heavy")
class PostgresStateTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final List<String> WHERE = List.of("/usr/lib/postgresql/17/bin", "/usr/lib/postgresql/16/bin",
            "/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/14/bin");

    private static Optional<Path> data = Optional.empty();
    private static String programs = "";
    private static int port;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Optional<String> installed = WHERE.stream().filter(path -> Files.exists(Path.of(path, "initdb"))).findFirst();
        Assumptions.assumeTrue(installed.isPresent(), "skipped: no PostgreSQL server is installed (Debian: postgresql)");
        programs = installed.orElseThrow();
        Path folder = Files.createTempDirectory("mimawari-postgres-");
        data = Optional.of(folder);
        run("chown", "postgres", folder.toString());
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        asPostgres(programs + "/initdb -D " + folder + "/db -A trust -U mima -E UTF8 --no-sync");
        asPostgres(programs + "/pg_ctl -D " + folder + "/db -w -l " + folder + "/log -o '-p " + port
                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder + " -c fsync=off' start");
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (data.isPresent()) {
            asPostgres(programs + "/pg_ctl -D " + data.get() + "/db -m immediate stop");
            try (Stream<Path> files = Files.walk(data.get())) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Test
    void remembersWhatWasCommitted() throws StateException, SQLException {
        make("remembers");
        try (State state = open("remembers")) {
            EvidenceSegment segment = new EvidenceSegment();
            EveryKind.all().forEach(segment::piece);
            state.archive("shop").add("export", "log.csv", segment);
            state.archive("shop").save(new KnownSource("export", "log.csv", "", "place", NOON));
            state.incidents("shop").save(entry());
            state.settings("shop").add(7, new SettingTimes.Appeared(Optional.empty(), NOON));
            state.rounds("shop").add(new RoundHistory.Round(NOON, NOON, RoundHistory.Outcome.DONE, "", 18));
            state.commit();
        }

        try (State state = open("remembers")) {
            assertThat(state.archive("shop").sources()).containsExactly(new KnownSource("export", "log.csv", "", "place", NOON));
            assertThat(state.archive("shop").newest(NOON.plus(Duration.ofDays(365)))).isPresent();
            assertThat(state.incidents("shop").all()).containsExactly(entry());
            assertThat(state.settings("shop").all()).containsEntry(7L, new SettingTimes.Appeared(Optional.empty(), NOON));
            assertThat(state.rounds("shop").lastSuccess()).map(RoundHistory.Round::records).contains(18L);
        }
    }

    @Test
    void filesEvidenceByName() throws StateException, SQLException {
        make("files");
        try (State state = open("files")) {
            CasebookStory.tell(state.casebook("shop"));
        }
    }

    @Test
    void letsOneHostAtATimeUseIt() throws StateException, SQLException {
        make("shared");
        try (State first = open("shared")) {
            first.rounds("shop").remark("who", "first");

            assertThatThrownBy(() -> open("shared")).isInstanceOfSatisfying(StateException.class,
                    e -> assertThat(e.problem()).isEqualTo(Problem.BUSY)).hasMessageContaining("another host");
        }
        open("shared").close();
    }

    @Test
    void saysThatItCannotBeReached() {
        assertThatThrownBy(() -> State.open(new StateLocation.Postgres("jdbc:postgresql://127.0.0.1:1/none",
                Optional.of("mima"), Optional.of("secret")), Duration.ZERO)).isInstanceOf(StateException.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/none").hasMessageNotContaining("secret");
    }

    @Test
    void refusesADatabaseOfSomethingElse() throws SQLException {
        make("others");
        try (Connection connection = connection("others"); Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE accounts (name TEXT)");
        }

        assertThatThrownBy(() -> open("others")).isInstanceOf(StateException.class).hasMessageContaining("something else");
    }

    @Test
    void makesNoneWhereOneIsLookedFor() throws StateException, SQLException {
        make("mistyped");
        StateLocation location = new StateLocation.Postgres("jdbc:postgresql://127.0.0.1:" + port + "/mistyped",
                Optional.of("mima"), Optional.empty());

        assertThat(State.find(location, Duration.ZERO)).isEmpty();
        try (State made = open("mistyped")) {
            assertThat(made.isNew()).isTrue();
        }
    }

    private static Entry entry() {
        KnownIncident incident = new KnownIncident("I-1", "info@shop.example", IncidentStatus.NEW, Level.HIGH, 71.5,
                TimeRange.between(NOON, NOON.plusSeconds(60)), NOON, NOON, List.of("rules-forward"),
                List.of("転送されています"), List.of(ResponseStep.RESET_PASSWORD));
        return new Entry(incident, List.of(AttackStage.ABUSE), new Told(Level.HIGH, List.of(AttackStage.ABUSE)),
                Optional.empty());
    }

    private static State open(String database) throws StateException {
        return State.open(new StateLocation.Postgres("jdbc:postgresql://127.0.0.1:" + port + "/" + database,
                Optional.of("mima"), Optional.empty()), Duration.ZERO);
    }

    private static void make(String database) throws SQLException {
        try (Connection connection = connection("postgres"); Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE DATABASE " + database);
        }
    }

    private static Connection connection(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, "mima", "");
    }

    /** PostgreSQL does not run as root. */
    private static void asPostgres(String command) throws IOException, InterruptedException {
        run("runuser", "-u", "postgres", "--", "sh", "-c", command);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        Assumptions.assumeTrue(process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0,
                "skipped: could not run " + String.join(" ", command));
    }
}
