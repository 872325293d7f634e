package org.mimawari.incident.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Examiner;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.catalogue.Indicators;
import org.mimawari.indicator.habit.Glance;

/** What a glance rules out is never found without it: the same mail, judged with it and without. */
class GlanceOfTrafficTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
    private static final int DAYS = 40;

    private final Examiner examiner = new Examiner(Indicators.all(Policy.forDomains(OwnDomains.of("shop.example"))));

    @ParameterizedTest
    @EnumSource(Attack.class)
    void anAttackIsFoundAlikeWithAndWithoutIt(Attack attack) {
        for (Habits habits : Habits.values()) {
            List<Assessment> with = examiner.assess(attacked(habits, attack));
            assertThat(with).as("%s against %s", attack, habits).isEqualTo(without(attacked(habits, attack)));
        }
    }

    private List<Assessment> without(MailboxEvidence evidence) {
        evidence.derived(Glance.class, any -> Glance.blind());
        return examiner.assess(evidence);
    }

    private static MailboxEvidence attacked(Habits habits, Attack attack) {
        Traffic traffic = new Traffic(habits, "info@shop.example", attack.ordinal());
        traffic.live(FIRST, DAYS);
        traffic.suffer(attack, FIRST.plusDays(DAYS));
        return traffic.evidence();
    }
}
