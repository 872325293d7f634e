package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.SignIn;
import org.mimawari.indicator.Changes;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.SignIns;
import org.mimawari.indicator.access.AccessIndicators;

/** What an attacker can multiply must neither multiply findings nor the work. */
class LargeMailboxTest {

    private final Policy policy = Policy.forDomains(OwnDomains.of("shop.example"));

    @Test
    void makesFewFindingsOfAttemptsFromThousandsOfNetworks() {
        MailboxEvidence evidence = attackedFromEverywhere(20_000);
        List<Indicator> indicators = new ArrayList<>(SignInIndicators.all(policy));
        indicators.addAll(AccessIndicators.all(policy));

        for (Indicator indicator : indicators) {
            List<Finding> findings = indicator.examine(evidence);
            assertThat(findings).as(indicator.profile().id()).hasSizeLessThanOrEqualTo(50);
        }
    }

    private static MailboxEvidence attackedFromEverywhere(int attempts) {
        var story = mailbox("tanaka@shop.example").livesQuietly("2024-05-01", 20);
        Instant start = Instant.parse("2024-05-21T18:00:00Z");
        for (int i = 0; i < attempts; i++) {
            SignIns.from((20 + i % 180) + "." + i / 180 % 250 + "." + i % 250 + ".7").in("C" + i % 700, 1000 + i % 5000)
                    .over(i % 2 == 0 ? SignIn.Protocol.SMTP : SignIn.Protocol.WEB).session("S" + i % 3000)
                    .with("Client " + i).into(story, start.plusSeconds(i * 7L).toString());
        }
        Changes.in(story).byOwner("203.0.113.7", "NG")
                .change(SettingTopic.SECOND_FACTOR_ADDED, "2024-05-22T18:00:00Z", "added", "phone");
        return story.evidence();
    }
}
