package org.mimawari.indicator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.RuleCondition.Field.SUBJECT;
import static org.mimawari.indicator.rules.RuleStory.DELETE;
import static org.mimawari.indicator.rules.RuleStory.moveTo;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.story;
import static org.mimawari.indicator.rules.RuleStory.when;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.TenantHabits;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Fact;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class RuleFromUnusualPlaceTest {

    private static final String LATER = "2026-05-11T04:00:00Z";
    private final RuleFromUnusualPlace indicator = new RuleFromUnusualPlace();

    private static MailboxStory known(int days) {
        return story().livesQuietly("2026-05-01", days);
    }

    @Test
    void findsARuleFromAStrangeAddressWithTheSignInBefore() {
        var evidence = known(10).signsIn("2026-05-11T03:50:00Z", "203.0.113.9", "NG")
                .makesRule(LATER, "203.0.113.9", "x", when(SUBJECT, "invoice"), DELETE).evidence();
        Finding finding = only(indicator, evidence).orElseThrow();
        assertThat(finding.level()).isEqualTo(Level.HIGH);
        assertThat(finding.reason().find("ip")).contains(new Fact.Text("203.0.113.9"));
    }

    @Test
    void leavesTheOwnersOfficeAlone() {
        var evidence = known(10).makesRule(LATER, "192.0.2.10", "x", when(SUBJECT, "invoice"), DELETE).evidence();
        assertThat(indicator.examine(evidence)).isEmpty();
    }

    @Test
    void leavesTheOrganisationsExitAlone() {
        TenantHabits habits = new TenantHabits(Set.of("JP"), Set.of(MailboxStory.ip("203.0.113.9")), 30);
        var evidence = known(10).tenant(habits)
                .makesRule(LATER, "203.0.113.9", "x", when(SUBJECT, "invoice"), DELETE).evidence();
        assertThat(indicator.examine(evidence)).isEmpty();
    }

    @Test
    void saysNothingBeforeThreeDaysAreKnown() {
        assertThat(indicator.examine(known(2).makesRule(LATER, "203.0.113.9", "x", when(SUBJECT, "invoice"), DELETE)
                .evidence())).isEmpty();
        assertThat(indicator.examine(known(3).makesRule(LATER, "203.0.113.9", "x", when(SUBJECT, "invoice"), DELETE)
                .evidence())).hasSize(1);
    }

    @Test
    void isLowForARuleThatOnlySorts() {
        var evidence = known(10).makesRule(LATER, "203.0.113.9", "Sales", when(SUBJECT, "sale"), moveTo("Sales"))
                .evidence();
        assertThat(only(indicator, evidence)).get().extracting(Finding::level).isEqualTo(Level.LOW);
    }

    @Test
    void makesOneFindingOfManyRules() {
        MailboxStory story = known(10);
        for (int i = 10; i < 60; i++) {
            story.makesRule("2026-05-11T04:00:" + i + "Z", "203.0.113." + i, "x" + i, when(SUBJECT, "invoice" + i),
                    DELETE);
        }
        assertThat(only(indicator, story.evidence()).orElseThrow().reason().find("count"))
                .contains(new Fact.Number(50));
    }

    @Test
    void cannotSayWithoutSignIns() {
        assertThat(RuleStory.without(EvidenceKind.SIGN_IN, indicator)).isInstanceOf(Assessment.NotAssessed.class);
    }
}
