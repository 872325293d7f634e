package org.mimawari.connector.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.DyingSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.simulator.google.FakeWorkspace;
import org.mimawari.simulator.google.StoredWorkspace;
import org.mimawari.simulator.google.WorkspaceFault;
import org.mimawari.simulator.google.WorkspaceReply;
import org.mimawari.simulator.google.WorkspaceRequest;

/** A round that was killed is taken up: what was read before is not asked for again, and nothing is lost. */
class KilledWorkspaceRoundTest {

    private static final int USERS = 5;
    private static final int SIGN_INS = 450;
    private static final int SENT_EACH = 130;
    /** One page or one message of each of three readers may have been on its way, and 24 messages not yet kept. */
    private static final int ON_THE_WAY = 3 * 25;

    @TempDir
    private Path folder;

    private static StoredWorkspace stored() {
        StoredWorkspace stored = SmallWorkspace.of(USERS, SIGN_INS);
        for (int user = 1; user <= USERS; user++) {
            for (int i = 1; i <= SENT_EACH; i++) {
                SmallWorkspace.sent(stored, user, "u" + user + "m" + i, SmallWorkspace.DAY.plusSeconds(i));
            }
        }
        return stored;
    }

    private Workspaces resumed(Workspaces workspaces) {
        return workspaces.with("resume", folder.toString()).with("since", "3d");
    }

    private void killed(Workspaces workspaces, int records) {
        assertThatThrownBy(() -> resumed(workspaces).connector().collect(new DyingSink(records)))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 60, 300, 700, 1_100})
    void asksForNothingTwiceThatWasReadBefore(int records) throws ConnectorException {
        try (FakeWorkspace fake = FakeWorkspace.of(stored())) {
            killed(Workspaces.of(fake), records);
            List<String> before = asked(fake);

            Evidences whole = resumed(Workspaces.of(fake)).collect();

            List<String> again = new ArrayList<>(asked(fake).subList(before.size(), fake.requests().size()));
            again.retainAll(new HashSet<>(before));
            assertThat(again).filteredOn(each -> !each.contains("domains")).hasSizeLessThan(ON_THE_WAY);
            assertThat(again).filteredOn(each -> !each.contains("domains") && !each.contains("/messages/"))
                    .hasSizeLessThan(4);
            assertThat(whole.records()).isGreaterThan(SIGN_INS + USERS * SENT_EACH);
            assertThat(folder).isEmptyDirectory();
        }
    }

    /** Everything was read, but neither reported nor remembered. */
    @Test
    void asksForNothingAgainWhereItWasKilledBeforeTheRoundWasSafe() throws ConnectorException {
        try (FakeWorkspace fake = FakeWorkspace.of(stored())) {
            Evidences first = new Evidences();
            resumed(Workspaces.of(fake)).connector().collect(first);
            int before = asked(fake).size();

            Evidences again = resumed(Workspaces.of(fake)).collect();

            assertThat(asked(fake).subList(before, fake.requests().size())).filteredOn(each -> !each.contains("domains"))
                    .isEmpty();
            assertThat(evidence(again)).isEqualTo(evidence(first)).isNotEmpty();
            assertThat(folder).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 200, 900})
    void findsTheSameWhetherItWasKilledOrNot(int records) throws ConnectorException {
        try (FakeWorkspace fake = FakeWorkspace.of(stored())) {
            Evidences once = Workspaces.of(fake).with("since", "3d").collect();
            killed(Workspaces.of(fake), records);
            killed(Workspaces.of(fake), records + 50);

            Evidences after = resumed(Workspaces.of(fake)).collect();

            assertThat(evidence(after)).isEqualTo(evidence(once));
            assertThat(coverage(after)).isEqualTo(coverage(once));
            assertThat(after.duplicates()).isEqualTo(once.duplicates());
        }
    }

    /** The first attempt saw that this machine's clock is ahead of Google's; the second has nothing to see it by. */
    @Test
    void asksForTheSameTimesAgainThoughTheClockIsAhead() throws ConnectorException {
        Instant ahead = Instant.now().plusSeconds(45);
        StoredWorkspace stored = SmallWorkspace.of(2, 0);
        for (int i = 1; i < 90; i++) {
            stored.activity("login", SmallWorkspace.signIn(i, ahead.minus(Duration.ofHours(i)).minusSeconds(90)));
        }
        try (FakeWorkspace fake = FakeWorkspace.of(stored)) {
            killed(Workspaces.of(fake, ahead).with("kinds", "login-log"), 60);
            resumed(Workspaces.of(fake, ahead.plusSeconds(200)).with("kinds", "login-log")).collect();

            List<String> ends = fake.requests().stream().filter(each -> each.path().endsWith("/login"))
                    .map(each -> each.query().get("endTime")).distinct().sorted().toList();
            assertThat(ends).hasSizeLessThanOrEqualTo(5);
            assertThat(Instant.parse(ends.get(ends.size() - 1))).isBefore(ahead.minusSeconds(30));
        }
    }

    /** The place of a list that was kept has expired by the time the round is taken up. */
    @Test
    void beginsAListAnewWhosePlaceExpiredMeanwhile() throws ConnectorException {
        try (FakeWorkspace fake = FakeWorkspace.of(SmallWorkspace.of(1, 450))) {
            killed(Workspaces.of(fake).with("kinds", "login-log"), 150);
            fake.with(WorkspaceFault.times(1, request -> request.path().endsWith("/login") && request.isLaterPage(),
                    WorkspaceReply.error(400, "invalid", "Invalid value for: Page token expired")));

            Evidences whole = resumed(Workspaces.of(fake).with("kinds", "login-log")).collect();

            assertThat(whole.records()).isGreaterThanOrEqualTo(450);
            assertThat(whole.coverage()).noneMatch(Coverage::isBroken);
        }
    }

    @Test
    void takesUpNothingThatWasAskedForOtherwiseOrLongAgo() throws ConnectorException {
        try (FakeWorkspace fake = FakeWorkspace.of(SmallWorkspace.of(1, 450))) {
            killed(Workspaces.of(fake), 200);
            int before = fake.requests().size();
            resumed(Workspaces.of(fake).with("kinds", "users")).collect();
            assertThat(fake.requests().size()).isGreaterThan(before);

            killed(Workspaces.of(fake).with("kinds", "users"), 0);
            before = fake.requests().size();
            resumed(Workspaces.of(fake, Workspaces.NOW.plus(Duration.ofHours(13))).with("kinds", "users")).collect();
            assertThat(fake.requests().size()).isGreaterThan(before + 1);
        }
    }

    @Test
    void goesOnInALaterRoundThatWasKilled() throws ConnectorException {
        StoredWorkspace stored = stored();
        RememberedPlaces places = new RememberedPlaces();
        try (FakeWorkspace fake = FakeWorkspace.of(stored)) {
            resumed(Workspaces.of(fake)).collect(places);
            places.end();
            Instant later = Workspaces.NOW.plus(Duration.ofHours(1));
            for (int i = 1; i <= 60; i++) {
                SmallWorkspace.sent(stored, 2, "later" + i, later.minusSeconds(i));
            }
            assertThatThrownBy(() -> resumed(Workspaces.of(fake, later)).connector().collect(new DyingSink(40), places))
                    .isInstanceOf(IllegalStateException.class);
            List<String> before = asked(fake);

            Evidences second = resumed(Workspaces.of(fake, later.plusSeconds(60))).collect(places.begin());

            assertThat(second.of(Evidence.class)).hasSize(60);
            List<String> again = new ArrayList<>(asked(fake).subList(before.size(), fake.requests().size()));
            assertThat(again).filteredOn(each -> each.contains("/messages/later")).hasSizeLessThan(60);
        }
    }

    @Test
    void keepsPagesForNobodyElseToRead() throws ConnectorException, IOException {
        try (FakeWorkspace fake = FakeWorkspace.of(SmallWorkspace.of(1, 450))) {
            killed(Workspaces.of(fake), 200);

            try (var kept = Files.list(folder)) {
                assertThat(kept.map(KilledWorkspaceRoundTest::permissions)).containsExactly("rwx------");
            }
        }
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> evidence(Evidences all) {
        return all.of(Evidence.class).stream().map(Object::toString).sorted().toList();
    }

    private static List<String> coverage(Evidences all) {
        return all.coverage().stream().map(Object::toString).sorted().toList();
    }

    private static List<String> asked(FakeWorkspace fake) {
        return fake.requests().stream().map(KilledWorkspaceRoundTest::text).toList();
    }

    private static String text(WorkspaceRequest request) {
        return request.path() + new TreeMap<>(request.query());
    }
}
