package org.mimawari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.simulator.google.FakeWorkspace;
import org.mimawari.simulator.google.HijackedWorkspace;
import org.mimawari.simulator.google.ServiceAccountKey;
import org.mimawari.simulator.google.StoredWorkspace;
import org.mimawari.simulator.google.WorkspaceRecords;
import org.mimawari.simulator.google.WorkspaceRecords.Who;

/** Google Workspace as an operator has it: checked beforehand, then looked at round after round. */
class GoogleWorkspaceTest {

    /** The commands' connectors live in real time. */
    private static final Instant NOW = Instant.now();

    @TempDir
    private Path folder;

    private String configuration(FakeWorkspace fake) throws IOException {
        Files.writeString(folder.resolve("key.json"), ServiceAccountKey.JSON);
        return Files.writeString(folder.resolve("mimawari.yaml"), """
                tenants:
                  - name: kogane
                    own-domains: [%s]
                    connectors:
                      - type: google-workspace
                        admin: %s
                        key-file: key.json
                        test-endpoint: %s
                """.formatted(HijackedWorkspace.DOMAIN, FakeWorkspace.ADMIN, fake.address())).toString();
    }

    private CommandRun round(FakeWorkspace fake, Instant now) throws IOException {
        return CommandRun.at(now, "audit", "-c", configuration(fake), "--state", folder.resolve("state.db").toString());
    }

    @Test
    void namesTheScopeThatIsMissingAndNeverTheKey() throws IOException {
        try (FakeWorkspace fake = FakeWorkspace.of(HijackedWorkspace.at(NOW.truncatedTo(ChronoUnit.DAYS))).without("gmail.readonly")) {
            CommandRun run = CommandRun.at(NOW, "doctor", "-c", configuration(fake));

            assertThat(run.out()).contains("ok      login-log", "missing filters", "auth/gmail.readonly")
                    .doesNotContain("PRIVATE KEY");
            assertThat(run.code()).isEqualTo(4);
        }
    }

    @Test
    void announcesTheTakeoverOnceThoughItIsReadAgain() throws IOException {
        StoredWorkspace stored = HijackedWorkspace.at(NOW.truncatedTo(ChronoUnit.DAYS));
        try (FakeWorkspace fake = FakeWorkspace.of(stored)) {
            CommandRun first = round(fake, NOW);
            CommandRun second = round(fake, NOW.plus(Duration.ofMinutes(10)));

            assertThat(first.code()).as(first.err()).isEqualTo(3);
            assertThat(first.out()).contains(HijackedWorkspace.VICTIM);
            assertThat(second.out()).doesNotContain(HijackedWorkspace.VICTIM);
        }
    }

    /** The other log may tell of the same change hours later. */
    @Test
    void announcesAChangeOnceThoughASecondLogTellsOfItLater() throws IOException {
        StoredWorkspace stored = HijackedWorkspace.at(NOW.truncatedTo(ChronoUnit.DAYS));
        Who intruder = new Who("user9@" + HijackedWorkspace.DOMAIN, "198.51.100.66", "NG", 64_777);
        Instant when = NOW.minus(Duration.ofHours(2));
        String forwarding = WorkspaceRecords.event("email_forwarding_change", "email_forwarding_out_of_domain",
                Map.of("email_forwarding_destination_address", "a@keepsafe.example"));
        stored.activity("login", WorkspaceRecords.activity("login", 78, when, intruder, forwarding));
        try (FakeWorkspace fake = FakeWorkspace.of(stored)) {
            assertThat(round(fake, NOW).out()).contains(intruder.address());
            stored.activity("user_accounts", WorkspaceRecords.activity("user_accounts", 79, when, intruder,
                    forwarding));

            assertThat(round(fake, NOW.plus(Duration.ofMinutes(10))).out()).doesNotContain(intruder.address());
        }
    }

    @Test
    void saysAtTheEndWhatAMailboxCost() throws IOException {
        try (FakeWorkspace fake = FakeWorkspace.of(HijackedWorkspace.at(NOW.truncatedTo(ChronoUnit.DAYS)))) {
            CommandRun scan = CommandRun.at(NOW, "scan", "-c", configuration(fake));

            assertThat(scan.err()).containsPattern("google-workspace: 20 mailboxes, "
                    + "\\d+ requests in \\d+ s; each mailbox: ");
        }
    }

    @Test
    void findsWhatCameLate() throws IOException {
        StoredWorkspace stored = HijackedWorkspace.at(NOW.truncatedTo(ChronoUnit.DAYS));
        try (FakeWorkspace fake = FakeWorkspace.of(stored)) {
            round(fake, NOW);
            Who intruder = new Who("user9@" + HijackedWorkspace.DOMAIN, "198.51.100.66", "NG", 64_777);
            Instant late = NOW.minus(Duration.ofHours(2));
            stored.activity("login", WorkspaceRecords.activity("login", 77, late, intruder, WorkspaceRecords.event("login",
                    "login_success", Map.of("login_type", "google_password", "login_challenge_method", "password",
                            "is_suspicious", "true"))));
            stored.activity("user_accounts", WorkspaceRecords.activity("user_accounts", 78, late.plusSeconds(60), intruder,
                    WorkspaceRecords.event("email_forwarding_change", "email_forwarding_out_of_domain",
                            Map.of("email_forwarding_destination_address", "a@keepsafe.example"))));

            assertThat(round(fake, NOW.plus(Duration.ofMinutes(10))).out()).contains(intruder.address());
        }
    }
}
