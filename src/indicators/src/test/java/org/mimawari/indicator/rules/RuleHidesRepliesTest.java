package org.mimawari.indicator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.RuleCondition.Field.SENDER;
import static org.mimawari.evidence.RuleCondition.Field.SUBJECT;
import static org.mimawari.indicator.rules.RuleStory.DELETE;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.story;
import static org.mimawari.indicator.rules.RuleStory.when;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Assessment;

class RuleHidesRepliesTest {

    private final RuleHidesReplies indicator = new RuleHidesReplies();

    private static MailboxStory campaign(int messages) {
        MailboxStory story = story();
        for (int i = 0; i < messages; i++) {
            story.sends("2026-05-01T04:0" + i + ":00Z", "Scholarship form", List.of("a" + i + "@elsewhere.example"));
        }
        return story;
    }

    @Test
    void findsARuleAboutTheSubjectJustSent() {
        assertThat(only(indicator, campaign(3).makesRule("2026-05-01T05:00:00Z", "203.0.113.9", "x",
                when(SUBJECT, "scholarship"), DELETE).evidence())).isPresent();
    }

    @Test
    void findsARuleAboutThePersonJustAskedForMoney() {
        var evidence = story().sends("2026-05-01T04:00:00Z", "Updated invoice", List.of("tanaka@vendor.example"))
                .makesRule("2026-05-01T05:00:00Z", "203.0.113.9", "x", when(SENDER, "tanaka@vendor.example"), DELETE)
                .evidence();
        assertThat(only(indicator, evidence)).isPresent();
    }

    @Test
    void asksForThreeMessages() {
        assertThat(indicator.examine(campaign(2).makesRule("2026-05-01T05:00:00Z", "203.0.113.9", "x",
                when(SUBJECT, "scholarship"), DELETE).evidence())).isEmpty();
    }

    @Test
    void forgetsAfterADay() {
        assertThat(indicator.examine(campaign(3).makesRule("2026-05-03T05:00:00Z", "203.0.113.9", "x",
                when(SUBJECT, "scholarship"), DELETE).evidence())).isEmpty();
    }

    @Test
    void saysNothingOfRulesWithoutATime() {
        assertThat(indicator.examine(campaign(3).hasRule("x", when(SUBJECT, "scholarship"), DELETE).evidence()))
                .isEmpty();
    }

    @Test
    void cannotSayWithoutSentMail() {
        assertThat(RuleStory.without(EvidenceKind.SENT_MESSAGE, indicator)).isInstanceOf(Assessment.NotAssessed.class);
    }
}
