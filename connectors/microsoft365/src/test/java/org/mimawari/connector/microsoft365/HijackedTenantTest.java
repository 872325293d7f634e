package org.mimawari.connector.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
import org.mimawari.simulator.graph.FakeGraph;
import org.mimawari.simulator.graph.GraphAccess;
import org.mimawari.simulator.graph.GraphItem;
import org.mimawari.simulator.graph.HijackedTenant;
import org.mimawari.simulator.graph.StoredTenant;

class HijackedTenantTest {

    @Test
    void seesEverythingThatHappened() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(HijackedTenant.at(Tenants.NOW), GraphAccess.full())) {
            Evidences evidence = Tenants.of(graph).collect();

            assertThat(evidence.rejected()).isEmpty();
            assertThat(evidence.of(SignIn.class)).hasSize(40 * 14 * 2 + 2);
            assertThat(evidence.of(MailboxRule.class)).hasSize(2);
            assertThat(evidence.of(ForwardingSetting.class)).hasSize(1);
            assertThat(evidence.of(SettingChange.class)).anyMatch(each -> each.topic() == SettingTopic.SECOND_FACTOR_ADDED);
            assertThat(evidence.of(MailboxProfile.class)).hasSize(40 * 3);
            assertThat(evidence.of(SentMessage.class)).hasSize(2 * (40 * 14 * 2 + 1));
            assertThat(evidence.coverage("auditLogs/signIns", EvidenceKind.SIGN_IN).state())
                    .isEqualTo(Coverage.State.COLLECTED);
        }
    }

    @Test
    void tellsTheHijackedAccountFromTheOthersAndWhatHappenedInOrder() throws ConnectorException, IOException {
        try (FakeGraph graph = FakeGraph.of(HijackedTenant.at(Tenants.NOW), GraphAccess.full())) {
            ScanResult result = scan(Tenants.of(graph));

            assertThat(result.incidents()).filteredOn(incident -> incident.level().compareTo(Level.HIGH) >= 0)
                    .singleElement().satisfies(incident -> {
                        assertThat(incident.mailbox()).contains(new MailboxAddress(HijackedTenant.VICTIM));
                        assertThat(incident.when().from()).contains(HijackedTenant.phished(Tenants.NOW));
                        assertThat(order(incident)).containsSubsequence("SIGN_IN", "ACCESS", "RULES", "FORWARDING", "SENT");
                    });
        }
    }

    /** The rule that Graph shows, once more as Exchange shows it; and one that only Exchange shows. */
    private static StoredTenant shownTwice() {
        String list = "exchange/Get-InboxRule/" + HijackedTenant.VICTIM;
        return ExchangeTenant.answering(HijackedTenant.at(Tenants.NOW), HijackedTenant.VICTIM)
                .add(list, GraphItem.of("{\"RuleIdentity\":\"11\",\"Name\":\".\",\"Enabled\":true,\"MarkAsRead\":true,"
                        + "\"SubjectOrBodyContainsWords\":[\"hoshino-parts\",\"請求\",\"振込\"],\"MoveToFolder\":\"RSS フィード\"}"))
                .add(list, ExchangeTenant.hiddenRule("12", "x"));
    }

    private static List<String> indicators(ScanResult result) {
        return result.incidents().stream().flatMap(incident -> incident.findings().stream())
                .map(finding -> finding.indicator().id()).sorted().toList();
    }

    @Test
    void findsAHiddenRuleThatGraphDoesNotShowAndFindsNothingTwiceThatBothShow() throws ConnectorException, IOException {
        try (FakeGraph graph = FakeGraph.of(shownTwice(), GraphAccess.full())) {
            List<String> byGraph = indicators(scan(Tenants.of(graph)));
            List<String> byBoth = new ArrayList<>(indicators(scan(Tenants.of(graph).with("exchange-admin", "yes"))));

            byGraph.forEach(byBoth::remove);
            assertThat(byBoth).containsExactly("fwd-conditional-keyword", "fwd-external-rule", "rules-hidden",
                    "rules-punct-name");
        }
    }

    /** The families of its findings in the order in which they began. */
    private static List<String> order(Incident incident) {
        return incident.findings().stream().sorted(Comparator.comparing(finding -> finding.when().from().orElseThrow()))
                .map(finding -> finding.indicator().family().name()).toList();
    }

    private static ScanResult scan(Tenants tenants) throws ConnectorException, IOException {
        ScanSettings settings = ScanSettings.of("kogane", OwnDomains.of(HijackedTenant.DOMAIN), ZoneId.of("Asia/Tokyo"));
        return new Scan(settings, Clock.fixed(Tenants.NOW, ZoneOffset.UTC), Progress.NONE, "test")
                .run(List.of(tenants.connector()));
    }

    @Test
    void readsOnly() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(HijackedTenant.at(Tenants.NOW), GraphAccess.full())) {
            Tenants.of(graph).collect();

            assertThat(graph.requests()).allMatch(request -> request.method().equals("GET")
                    || request.method().equals("POST") && request.list().equals("security/auditLog/queries"));
        }
    }
}
