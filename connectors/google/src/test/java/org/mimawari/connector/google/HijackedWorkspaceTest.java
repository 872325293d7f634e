package org.mimawari.connector.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.ConnectorException;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.ForwardingSetting;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxProfile;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.SendAsAddress;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.SignIn;
import org.mimawari.incident.Incident;
import org.mimawari.indicator.Level;
import org.mimawari.scan.Progress;
import org.mimawari.scan.Scan;
import org.mimawari.scan.ScanResult;
import org.mimawari.scan.ScanSettings;
import org.mimawari.simulator.google.FakeWorkspace;
import org.mimawari.simulator.google.HijackedWorkspace;

class HijackedWorkspaceTest {

    @Test
    void seesEverythingThatHappened() throws ConnectorException {
        try (FakeWorkspace fake = FakeWorkspace.of(HijackedWorkspace.at(Workspaces.NOW))) {
            Evidences evidence = Workspaces.of(fake).collect();

            assertThat(evidence.rejected()).isEmpty();
            assertThat(evidence.of(SignIn.class)).hasSize(20 * 14 + 1);
            assertThat(evidence.of(MailboxProfile.class)).hasSize(20);
            assertThat(evidence.of(MailboxRule.class)).hasSize(1);
            assertThat(evidence.of(SendAsAddress.class)).hasSize(1);
            assertThat(evidence.of(ForwardingSetting.class)).hasSize(3);
            assertThat(evidence.of(SentMessage.class)).hasSize(20 * 14);
            assertThat(evidence.of(SettingChange.class)).extracting(SettingChange::topic)
                    .containsExactlyInAnyOrder(SettingTopic.SECOND_FACTOR_ADDED, SettingTopic.DATA_EXPORT);
            assertThat(evidence.coverage("activities/login", EvidenceKind.SIGN_IN).state())
                    .isEqualTo(Coverage.State.COLLECTED);
        }
    }

    @Test
    void tellsTheHijackedAccountFromTheOthersAndWhatHappenedInOrder() throws ConnectorException, IOException {
        try (FakeWorkspace fake = FakeWorkspace.of(HijackedWorkspace.at(Workspaces.NOW))) {
            ScanResult result = scan(Workspaces.of(fake));

            assertThat(result.incidents()).filteredOn(incident -> incident.level().compareTo(Level.HIGH) >= 0)
                    .singleElement().satisfies(incident -> {
                        assertThat(incident.mailbox()).contains(new MailboxAddress(HijackedWorkspace.VICTIM));
                        assertThat(incident.when().from()).contains(HijackedWorkspace.takenOver(Workspaces.NOW));
                        assertThat(order(incident)).containsSubsequence("signin-provider-risk", "access-mfa-added",
                                "fwd-mailbox-smtp", "exfil-export");
                        assertThat(order(incident)).contains("signin-new-country", "signin-new-asn",
                                "fwd-no-local-copy",
                                "rules-hide-keyword", "replyto-default-changed");
                    });
        }
    }

    /** Its findings in the order in which they began; settings are found as they are, without a time. */
    private static List<String> order(Incident incident) {
        return incident.findings().stream().sorted(Comparator.comparing(finding -> finding.when().from()
                .orElse(Workspaces.NOW))).map(finding -> finding.indicator().id()).toList();
    }

    static ScanResult scan(Workspaces workspaces) throws ConnectorException, IOException {
        ScanSettings settings = ScanSettings.of("kogane", OwnDomains.of(HijackedWorkspace.DOMAIN), ZoneId.of("Asia/Tokyo"));
        return new Scan(settings, Clock.fixed(Workspaces.NOW, ZoneOffset.UTC), Progress.NONE, "test")
                .run(List.of(workspaces.connector()));
    }

    @Test
    void readsOnly() throws ConnectorException {
        try (FakeWorkspace fake = FakeWorkspace.of(HijackedWorkspace.at(Workspaces.NOW))) {
            Workspaces.of(fake).collect();

            assertThat(fake.requests()).isNotEmpty().allMatch(request -> request.method().equals("GET"));
        }
    }
}
