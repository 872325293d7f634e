package org.mimawari.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mimawari.indicator.Finding;

class ContributionTest {

    private static final List<String> SIGNS = List.of("signin-legacy-new", "signin-new-country", "signin-session-split",
            "sent-burst-novel", "sent-offhours", "sent-new-link own", "bounce-unknown-original-ours",
            "rules-hide-keyword undated", "rules-punct-name", "fwd-no-local-copy", "access-mfa-added",
            "exfil-mia-throttled", "tamper-mass-delete own", "posture-no-mfa", "bounce-spoofed");

    @Test
    void theScoreFallsByExactlyTheStatedPartWhenAFindingIsTakenAway() {
        Random random = new Random(4);
        for (int round = 0; round < 300; round++) {
            List<Finding> findings = some(random);
            Incident incident = incident(findings);
            for (Contribution contribution : incident.breakdown()) {
                List<Finding> others = new ArrayList<>(findings);
                others.removeIf(finding -> finding.id().equals(contribution.finding().id()));
                double scored = others.isEmpty() ? 0 : incident(others).score();
                assertThat(incident.score() - scored).isCloseTo(contribution.fall(), within(1e-9));
            }
        }
    }

    @Test
    void theOrderOfTheFindingsChangesNothing() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            List<Finding> findings = some(random);
            List<Finding> shuffled = new ArrayList<>(findings);
            Collections.shuffle(shuffled, random);
            assertThat(incident(shuffled)).isEqualTo(incident(findings));
        }
    }

    @Test
    void noFindingEverLowersAScore() {
        Random random = new Random(6);
        for (int round = 0; round < 300; round++) {
            assertThat(incident(some(random)).breakdown()).allSatisfy(each -> assertThat(each.fall()).isNotNegative());
        }
    }

    private static Incident incident(List<Finding> findings) {
        List<Incident> incidents = new IncidentBuilder().incidents(findings.get(0).mailbox(), findings);
        assertThat(incidents).hasSize(1);
        return incidents.get(0);
    }

    private static List<Finding> some(Random random) {
        List<String> names = new ArrayList<>(SIGNS);
        Collections.shuffle(names, random);
        return Stream.iterate(0, i -> i + 1).limit(1 + random.nextInt(8)).map(names::get).map(Signs::sign).toList();
    }
}
