package org.mimawari.indicator.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.rules.RuleStory.always;
import static org.mimawari.indicator.rules.RuleStory.forwardTo;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.snapshot;
import static org.mimawari.indicator.rules.RuleStory.story;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Fact;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.rules.RuleStory;

class ForwardsToLookAlikeTest {

    private final ForwardsToLookAlike indicator = new ForwardsToLookAlike(
            Policy.forDomains(OwnDomains.of("sakuradenki.example")));

    @Test
    void findsAnImitationOfTheOwnDomain() {
        assertThat(only(indicator, snapshot("x", always(), forwardTo("x@sakuradenkl.example"))).orElseThrow().reason()
                .find("imitated")).contains(new Fact.Text("sakuradenki.example"));
    }

    @Test
    void findsAnImitationOfAPartner() {
        MailboxStory story = story();
        for (int day = 1; day < 4; day++) {
            story.sends("2026-04-0" + day + "T04:00:00Z", "a", List.of("tanaka@harbourfoods.example"));
        }
        assertThat(only(indicator, story.forwardsTo("2026-05-01T04:00:00Z", "x@harbour-foods.example", true)
                .evidence()))
                .isPresent();
    }

    @Test
    void learnsNothingFromWhatSomebodySentInOneGo() {
        MailboxStory story = story();
        for (int minute = 1; minute < 9; minute++) {
            story.sends("2026-04-01T04:0" + minute + ":00Z", "a", List.of("tanaka@harbourfoods.example"));
        }
        assertThat(indicator.examine(story.forwardsTo("2026-05-01T04:00:00Z", "x@harbour-foods.example", true)
                .evidence())).isEmpty();
    }

    @Test
    void leavesOtherDomainsAlone() {
        assertThat(indicator.examine(snapshot("x", always(), forwardTo("x@elsewhere.example")))).isEmpty();
    }

    @Test
    void leavesTheOwnDomainAlone() {
        assertThat(indicator.examine(snapshot("x", always(), forwardTo("x@mail.sakuradenki.example")))).isEmpty();
    }

    @Test
    void cannotSayWithoutRules() {
        assertThat(RuleStory.without(EvidenceKind.MAILBOX_RULE, indicator)).isInstanceOf(Assessment.NotAssessed.class);
    }
}
