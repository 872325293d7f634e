package org.mimawari.connector.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.ConnectorException;
import org.mimawari.evidence.Coverage.State;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SignIn;
import org.mimawari.simulator.google.FakeWorkspace;
import org.mimawari.simulator.google.HijackedWorkspace;
import org.mimawari.simulator.google.StoredWorkspace;
import org.mimawari.simulator.google.WorkspaceFault;
import org.mimawari.simulator.google.WorkspaceReply;

class WorkspaceRoundsTest {

    private static final Instant LATER = Workspaces.NOW.plus(Duration.ofMinutes(5));

    private final RememberedPlaces places = new RememberedPlaces();

    private Evidences round(FakeWorkspace fake, Instant now) throws ConnectorException {
        Evidences evidence = Workspaces.of(fake, now).collect(places);
        places.end();
        return evidence;
    }

    @Test
    void hasNothingNewWhereNothingHappened() throws ConnectorException {
        try (FakeWorkspace fake = FakeWorkspace.of(HijackedWorkspace.at(Workspaces.NOW))) {
            round(fake, Workspaces.NOW);

            Evidences second = Workspaces.of(fake, LATER).collect(places);

            assertThat(second.records()).isZero();
            assertThat(places.nothingNew()).isTrue();
            assertThat(second.coverage("activities/login", EvidenceKind.SIGN_IN).state()).isEqualTo(State.COLLECTED);
        }
    }

    @Test
    void seesLateEventsOnceWhicheverOrderTheyComeIn() throws ConnectorException {
        StoredWorkspace stored = SmallWorkspace.of(1, 3);
        try (FakeWorkspace fake = FakeWorkspace.of(stored)) {
            round(fake, Workspaces.NOW);
            Instant late = Workspaces.NOW.minus(Duration.ofHours(2));
            stored.activity("login", SmallWorkspace.signIn(91, late));

            assertThat(round(fake, LATER).of(SignIn.class)).singleElement()
                    .matches(each -> each.time().orElseThrow().equals(late));
            assertThat(round(fake, LATER.plusSeconds(300)).of(SignIn.class)).isEmpty();
        }
    }

    @Test
    void readsThreeDaysAgainOnceADay() throws ConnectorException {
        StoredWorkspace stored = SmallWorkspace.of(1, 3);
        try (FakeWorkspace fake = FakeWorkspace.of(stored)) {
            round(fake, Workspaces.NOW);
            Instant late = Workspaces.NOW.minus(Duration.ofHours(40));
            stored.activity("login", SmallWorkspace.signIn(92, late));

            assertThat(round(fake, LATER).of(SignIn.class)).isEmpty();
            assertThat(round(fake, Workspaces.NOW.plus(Duration.ofHours(25))).of(SignIn.class)).singleElement()
                    .matches(each -> each.time().orElseThrow().equals(late));
            assertThat(round(fake, Workspaces.NOW.plus(Duration.ofHours(51))).of(SignIn.class)).isEmpty();
        }
    }

    @Test
    void goesOnInTheHistoryOfAMailbox() throws ConnectorException {
        StoredWorkspace stored = SmallWorkspace.of(2, 0);
        try (FakeWorkspace fake = FakeWorkspace.of(stored)) {
            round(fake, Workspaces.NOW);
            int first = fake.requests().size();
            SmallWorkspace.sent(stored, 2, "new", LATER.minusSeconds(9));
            stored.setting(SmallWorkspace.address(1), "filters", SmallWorkspace.filter("new"));

            Evidences second = round(fake, LATER);

            assertThat(second.of(SentMessage.class)).hasSize(1);
            assertThat(second.of(MailboxRule.class)).hasSize(2);
            assertThat(fake.requests().subList(first, fake.requests().size()))
                    .noneMatch(request -> request.path().endsWith("/messages"));
        }
    }

    @Test
    void listsAnewWhereTheHistoryIsNotKept() throws ConnectorException {
        StoredWorkspace stored = SmallWorkspace.of(1, 0);
        try (FakeWorkspace fake = FakeWorkspace.of(stored)) {
            round(fake, Workspaces.NOW);
            fake.forgetHistory();
            SmallWorkspace.sent(stored, 1, "new", LATER.minusSeconds(9));
            SmallWorkspace.sent(stored, 1, "putThereLater", Workspaces.NOW.minus(Duration.ofDays(9)));

            Evidences second = Workspaces.of(fake, LATER).collect(places);

            assertThat(second.of(SentMessage.class)).extracting(mail -> mail.messageId().orElse("")).hasSize(3)
                    .anyMatch(id -> id.contains("new")).anyMatch(id -> id.contains("putThereLater"));
            assertThat(places.renewed()).containsExactly("google/users/user1@shop.example/sent");
            assertThat(second.coverage("sent", EvidenceKind.SENT_MESSAGE).state()).isEqualTo(State.COLLECTED);
        }
    }

    @Test
    void goesOnBehindWhatWasReadBeforeAFailure() throws ConnectorException {
        StoredWorkspace stored = SmallWorkspace.of(1, 0);
        for (int day = 10; day > 0; day--) {
            stored.activity("login", SmallWorkspace.signIn(day, Workspaces.NOW.minus(Duration.ofDays(day)).plusSeconds(60)));
        }
        try (FakeWorkspace fake = FakeWorkspace.of(stored).with(WorkspaceFault.times(5, request -> request.path().endsWith("/login")
                && request.query().getOrDefault("startTime", "").startsWith("2026-11-20"),
                WorkspaceReply.error(500, "backendError", "Down")))) {
            Evidences first = round(fake, Workspaces.NOW);
            Evidences second = round(fake, LATER);

            assertThat(first.coverage("activities/login", EvidenceKind.SIGN_IN).state()).isEqualTo(State.PARTIAL);
            assertThat(first.of(SignIn.class)).hasSize(5);
            assertThat(second.of(SignIn.class)).hasSizeGreaterThanOrEqualTo(5);
            assertThat(second.coverage("activities/login", EvidenceKind.SIGN_IN).state()).isEqualTo(State.COLLECTED);
        }
    }

    @Test
    void keepsTheFiltersItKnewWhereTheyCannotBeReadThisTime() throws ConnectorException {
        try (FakeWorkspace fake = FakeWorkspace.of(SmallWorkspace.of(1, 0))) {
            round(fake, Workspaces.NOW);
            fake.with(WorkspaceFault.times(99, request -> request.path().endsWith("/filters"), WorkspaceReply.page()));

            places.begin();
            Evidences second = Workspaces.of(fake, LATER).collect(places);

            assertThat(places.replaced()).isEmpty();
            assertThat(second.coverage("filters", EvidenceKind.MAILBOX_RULE).state()).isEqualTo(State.NOT_COLLECTED);
        }
    }

    @Test
    void forgetsNothingWhereAScopeIsTakenAway() throws ConnectorException {
        try (FakeWorkspace fake = FakeWorkspace.of(SmallWorkspace.of(9, 0))) {
            round(fake, Workspaces.NOW);
            fake.without("gmail.readonly");

            places.begin();
            Workspaces.of(fake, LATER).collect(places);

            assertThat(places.replaced()).isEmpty();
            assertThat(places.speaksOf("google/users/" + SmallWorkspace.address(9) + "/filters")).isTrue();
        }
    }
}
