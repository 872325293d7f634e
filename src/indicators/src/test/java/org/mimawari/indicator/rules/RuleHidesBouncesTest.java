package org.mimawari.indicator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.RuleCondition.Field.IS_AUTOMATIC;
import static org.mimawari.evidence.RuleCondition.Field.IS_BOUNCE;
import static org.mimawari.evidence.RuleCondition.Field.QUERY;
import static org.mimawari.evidence.RuleCondition.Field.SENDER;
import static org.mimawari.evidence.RuleCondition.Field.SUBJECT;
import static org.mimawari.indicator.rules.RuleStory.DELETE;
import static org.mimawari.indicator.rules.RuleStory.moveTo;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.snapshot;
import static org.mimawari.indicator.rules.RuleStory.story;
import static org.mimawari.indicator.rules.RuleStory.unless;
import static org.mimawari.indicator.rules.RuleStory.when;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class RuleHidesBouncesTest {

    private final RuleHidesBounces indicator = new RuleHidesBounces();

    static Stream<List<RuleCondition>> bounces() {
        return Stream.of(when(IS_BOUNCE), when(SENDER, "mailer-daemon"), when(SENDER, "postmaster@shop.example"),
                when(SENDER, "MAILER-DAEMON@mail.shop.example"), when(SUBJECT, "Undeliverable"), when(SUBJECT, "配信不能"),
                when(SUBJECT, "未配信"), when(QUERY, "from:mailer-daemon@googlemail.com"));
    }

    @ParameterizedTest
    @MethodSource("bounces")
    void findsWhatIsReturnedHoweverItIsNamed(List<RuleCondition> conditions) {
        Finding finding = only(indicator, snapshot("x", conditions, DELETE)).orElseThrow();
        assertThat(finding.level()).isEqualTo(Level.HIGH);
        assertThat(finding.points()).isEqualTo(0.65 * 0.8);
    }

    @Test
    void leavesAFolderForBouncesAlone() {
        assertThat(indicator.examine(snapshot("bounces", when(IS_BOUNCE), moveTo("エラーメール")))).isEmpty();
    }

    @Test
    void leavesExceptionsAlone() {
        assertThat(indicator.examine(snapshot("x", unless(IS_BOUNCE), DELETE))).isEmpty();
    }

    @Test
    void isMilderWithAbsenceNotices() {
        assertThat(only(indicator, snapshot("x", when(IS_AUTOMATIC), DELETE))).get().extracting(Finding::level)
                .isEqualTo(Level.MEDIUM);
    }

    @Test
    void excusesRobotsThatAlwaysDidSo() {
        var robot = story().kind(MailboxKind.ROBOT).hasRule("x", when(IS_BOUNCE), DELETE).evidence();
        assertThat(only(indicator, robot).orElseThrow().points()).isLessThan(0.2);
    }

    @Test
    void doesNotExcuseRobotsThatBeginToday() {
        var robot = story().kind(MailboxKind.ROBOT)
                .makesRule("2026-05-01T04:00:00Z", "203.0.113.9", "x", when(IS_BOUNCE), DELETE).evidence();
        assertThat(only(indicator, robot).orElseThrow().points()).isEqualTo(0.65 * 0.8);
    }

    @Test
    void cannotSayWithoutRules() {
        assertThat(RuleStory.without(EvidenceKind.MAILBOX_RULE, indicator)).isInstanceOf(Assessment.NotAssessed.class);
    }
}
