package org.mimawari.store.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.Fingerprint;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.store.EveryKind;
import org.mimawari.store.EvidenceSegment;
import org.mimawari.store.state.StateException.Problem;

class StateTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void remembersEvidenceOfEveryKindAsItWas() throws StateException {
        try (State state = open()) {
            EvidenceSegment segment = new EvidenceSegment();
            segment.record(42);
            EveryKind.all().forEach(segment::piece);
            state.archive("shop").add("export", "log.csv", segment);
            state.archive("shop").save(new KnownSource("export", "log.csv", "mail-server", "place", NOON));
            state.commit();
        }

        try (State state = open()) {
            List<Evidence> read = new ArrayList<>();
            state.archive("shop").read("export", "log.csv", new EvidenceSegment.Reader() {
                @Override
                public void record(long fingerprint) {
                    assertThat(fingerprint).isEqualTo(42);
                }

                @Override
                public void piece(Evidence evidence) {
                    read.add(evidence);
                }
            });
            assertThat(read).isEqualTo(EveryKind.all());
        }
    }

    @Test
    void filesEvidenceByName() throws StateException {
        try (State state = open()) {
            CasebookStory.tell(state.casebook("shop"));
            assertThat(state.casebook("school").names()).isEmpty();
        }
    }

    @Test
    void forgetsWhatWasNotCommitted() throws StateException {
        try (State state = open()) {
            state.rounds("shop").remark("name", "content");
        }

        try (State state = open()) {
            assertThat(state.rounds("shop").remark("name")).isEmpty();
        }
    }

    @Test
    void keepsTenantsApart() throws StateException {
        try (State state = open()) {
            state.rounds("shop").remark("name", "content");

            assertThat(state.rounds("school").remark("name")).isEmpty();
            assertThat(state.rounds("shop").remark("name")).contains("content");
        }
    }

    @Test
    void joinsWhatASourceShowsWhenItIsReadOn() throws StateException {
        Coverage first = coverage(Coverage.State.NOT_COLLECTED, Optional.of("nothing of it was in the log"), NOON, 0);
        Coverage later = coverage(Coverage.State.COLLECTED, Optional.empty(), NOON.plusSeconds(60), 2);
        try (State state = open()) {
            EvidenceArchive archive = state.archive("shop");
            archive.cover("export", first);
            archive.cover("export", later);

            assertThat(archive.coverage("export", "log.csv")).singleElement().satisfies(row -> {
                assertThat(row.state()).isEqualTo(Coverage.State.COLLECTED);
                assertThat(row.from()).contains(NOON);
                assertThat(row.to()).contains(NOON.plusSeconds(60));
                assertThat(row.count()).isEqualTo(2);
            });
        }
    }

    @Test
    void whatCouldNotBeReadStaysUnread() throws StateException {
        Coverage whole = coverage(Coverage.State.COLLECTED, Optional.empty(), NOON, 3);
        try (State state = open()) {
            EvidenceArchive archive = state.archive("shop");
            archive.cover("export", Coverage.broken(whole, Coverage.State.PARTIAL, "the end is cut"));
            archive.cover("export", whole);

            assertThat(archive.coverage("export", "log.csv")).singleElement().matches(Coverage::isBroken);
        }
    }

    @Test
    void forgetsASourceWithAllItShowed() throws StateException {
        try (State state = open()) {
            EvidenceArchive archive = state.archive("shop");
            archive.cover("export", coverage(Coverage.State.COLLECTED, Optional.empty(), NOON, 3));
            archive.reject("export", EvidenceRef.line("log.csv", 7), "no JSON");
            archive.save(new KnownSource("export", "log.csv", "", "", NOON));
            archive.forget("export", "log.csv");

            assertThat(archive.sources()).isEmpty();
            assertThat(archive.coverage("export", "log.csv")).isEmpty();
        }
    }

    @Test
    void letsOneRoundAtATimeUseIt() throws StateException {
        try (State first = open()) {
            first.rounds("shop").remark("name", "content");

            assertThatThrownBy(this::open).isInstanceOfSatisfying(StateException.class,
                    e -> assertThat(e.problem()).isEqualTo(Problem.BUSY)).hasMessageContaining("--wait");
        }
    }

    @Test
    void refusesAStateOfANewerVersionAndLeavesItAsItIs() throws StateException, SQLException, IOException {
        open().close();
        change("UPDATE mimawari_state SET version = 999");
        byte[] before = Files.readAllBytes(file());

        assertThatThrownBy(this::open).isInstanceOfSatisfying(StateException.class,
                e -> assertThat(e.problem()).isEqualTo(Problem.NEWER)).hasMessageContaining("newer Mimawari");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void refusesADatabaseOfSomethingElseAndLeavesItAsItIs() throws SQLException, IOException {
        Files.createFile(file());
        change("CREATE TABLE accounts (name TEXT)");
        byte[] before = Files.readAllBytes(file());

        assertThatThrownBy(this::open).isInstanceOfSatisfying(StateException.class,
                e -> assertThat(e.problem()).isEqualTo(Problem.UNUSABLE)).hasMessageContaining("something else");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void canBeReadByItsOwnerOnly() throws StateException, IOException {
        open().close();

        assertThat(Files.getPosixFilePermissions(file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void saysThatAFolderCannotBeMade() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> State.open(new StateLocation.File(file.resolve("state.db")), Duration.ZERO))
                .isInstanceOf(StateException.class).hasMessageContaining("cannot make the state file");
    }

    /** Where this fails, evidence is written in another way than before: raise {@link EvidenceSegment#FORM}, then pin it. */
    @Test
    void writesEvidenceInTheFormThatItsVersionSays() {
        EvidenceSegment segment = new EvidenceSegment();
        segment.record(42);
        EveryKind.all().forEach(segment::piece);
        byte[] bytes = segment.take();

        assertThat(EvidenceSegment.FORM + " " + Long.toHexString(new Fingerprint().add(bytes, 0, bytes.length).value()))
                .isEqualTo("1 a2d44cc6457bb24d");
    }

    @Test
    void doesNotTakeADateOfTheFutureForTheNewest() throws StateException {
        try (State state = open()) {
            EvidenceSegment segment = new EvidenceSegment();
            EveryKind.all().forEach(segment::piece);
            state.archive("shop").add("export", "log.csv", segment);

            assertThat(state.archive("shop").newest(Instant.EPOCH)).isEmpty();
            assertThat(state.archive("shop").newest(Instant.parse("2100-01-01T00:00:00Z"))).isPresent();
        }
    }

    private static Coverage coverage(Coverage.State state, Optional<String> reason, Instant time, long count) {
        return new Coverage("log.csv", "log", EvidenceKind.SIGN_IN, Optional.empty(), state, reason, Optional.of(time),
                Optional.of(time), count);
    }

    private Path file() {
        return folder.resolve("state.db");
    }

    private State open() throws StateException {
        return State.open(new StateLocation.File(file()), Duration.ZERO);
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
