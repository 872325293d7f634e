package org.mimawari.indicator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.RuleCondition.Field.QUERY;
import static org.mimawari.evidence.RuleCondition.Field.SENDER;
import static org.mimawari.indicator.rules.RuleStory.DELETE;
import static org.mimawari.indicator.rules.RuleStory.MARK_READ;
import static org.mimawari.indicator.rules.RuleStory.POLICY;
import static org.mimawari.indicator.rules.RuleStory.moveTo;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.snapshot;
import static org.mimawari.indicator.rules.RuleStory.when;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class RuleHidesSecuritySenderTest {

    private final RuleHidesSecuritySender indicator = new RuleHidesSecuritySender(POLICY);

    @ParameterizedTest
    @ValueSource(strings = {"account-security-noreply@accountprotection.microsoft.com", "no-reply@accounts.google.com",
        "helpdesk@shop.example", "it@shop.example", "security@vendor.example", "info@jpcert.or.jp"})
    void findsThoseWhoWarn(String sender) {
        assertThat(only(indicator, snapshot("x", when(SENDER, sender), DELETE))).get().extracting(Finding::level)
                .isEqualTo(Level.HIGH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"it@vendor.example", "news@vendor.example", "sales@shop.example", "sophie@vendor.example"})
    void leavesOthersAlone(String sender) {
        assertThat(indicator.examine(snapshot("x", when(SENDER, sender), DELETE))).isEmpty();
    }

    @Test
    void findsThemInAGmailQuery() {
        assertThat(only(indicator, snapshot("", when(QUERY, "from:(no-reply@accounts.google.com)"), DELETE)))
                .isPresent();
    }

    @Test
    void leavesATicketFolderAlone() {
        assertThat(indicator.examine(snapshot("x", when(SENDER, "helpdesk@shop.example"), moveTo("チケット")))).isEmpty();
    }

    @Test
    void isLowWhereMailIsOnlyMuted() {
        assertThat(only(indicator, snapshot("x", when(SENDER, "helpdesk@shop.example"), MARK_READ))).get()
                .extracting(Finding::level).isEqualTo(Level.LOW);
    }

    @Test
    void cannotSayWithoutRules() {
        assertThat(RuleStory.without(EvidenceKind.MAILBOX_RULE, indicator)).isInstanceOf(Assessment.NotAssessed.class);
    }
}
