package org.mimawari.connector.export.microsoft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleCondition.Field;
import org.mimawari.evidence.RuleTrait;

class InboxRuleParametersTest {

    @Test
    void splitsWordsAtSemicolons() {
        var rule = read(Map.of("SubjectContainsWords", "invoice;payment, wire;請求"));

        assertThat(rule.conditions()).containsExactly(
                RuleCondition.of(Field.SUBJECT, List.of("invoice", "payment, wire", "請求")));
    }

    @Test
    void readsTheListsThatPowerShellPrints() {
        var rule = read(Map.of("BodyContainsWords", "{invoice, payment}", "SubjectContainsWords", "[\"a b\",\"c\"]"));

        assertThat(rule.conditions()).containsExactly(
                RuleCondition.of(Field.SUBJECT, List.of("a b", "c")),
                RuleCondition.of(Field.BODY, List.of("invoice", "payment")));
    }

    @Test
    void takesTheAddressOutOfARecipient() {
        var rule = read(Map.of("ForwardTo", "\"Eve; not two\" [SMTP:Eve@Evil.example];smtp:b@evil.example",
                "RedirectTo", "[SMTP:c@evil.example]"));

        assertThat(rule.actions()).containsExactly(
                RuleAction.of(RuleAction.Type.FORWARD, "eve@evil.example", "b@evil.example"),
                RuleAction.of(RuleAction.Type.REDIRECT, "c@evil.example"));
    }

    @Test
    void keepsTheNameOfARecipientThatIsOnlyKnownInside() {
        var rule = read(Map.of("ForwardTo", "\"Boss\" [EX:/o=ExchangeLabs/ou=x/cn=Recipients/cn=boss]"));

        assertThat(rule.actions()).containsExactly(RuleAction.of(RuleAction.Type.FORWARD, "Boss"));
    }

    @Test
    void ignoresParametersThatClearOrDeny() {
        var rule = read(Map.of("ForwardTo", "", "DeleteMessage", "False", "SubjectContainsWords", "$null"));

        assertThat(rule.isEmpty()).isTrue();
    }

    @Test
    void takesTheMailboxOffAFolder() {
        var rule = read(Map.of("MoveToFolder", "info@example.test:\\RSS Feeds", "CopyToFolder", "Inbox\\Old"));

        assertThat(rule.actions()).containsExactly(RuleAction.of(RuleAction.Type.MOVE, "RSS Feeds"),
                RuleAction.of(RuleAction.Type.COPY, "Inbox\\Old"));
    }

    @Test
    void stopsAndExceptionsAreTraits() {
        var rule = read(Map.of("StopProcessingRules", "True", "ExceptIfFrom", "boss@example.test"));

        assertThat(rule.traits()).containsExactlyInAnyOrder(RuleTrait.STOPS, RuleTrait.HAS_EXCEPTIONS);
        assertThat(rule.conditions()).containsExactly(
                new RuleCondition(Field.SENDER, true, List.of("boss@example.test")));
    }

    @Test
    void readsSizesInBytes() {
        var rule = read(Map.of("WithinSizeRangeMinimum", "1 KB (1,024 bytes)", "WithinSizeRangeMaximum", "5MB"));

        assertThat(rule.conditions()).containsExactly(
                RuleCondition.of(Field.SIZE_AT_LEAST, List.of("1024")),
                RuleCondition.of(Field.SIZE_AT_MOST, List.of("5242880")));
    }

    @Test
    void aRuleOnDeliveryFailuresIsOnBounces() {
        var rule = read(Map.of("MessageTypeMatches", "NonDeliveryReport", "DeleteMessage", "True"));

        assertThat(rule.conditions()).containsExactly(
                RuleCondition.of(Field.IS_BOUNCE, List.of("NonDeliveryReport")));
        assertThat(rule.actions()).containsExactly(RuleAction.of(RuleAction.Type.DELETE));
    }

    private static InboxRuleParameters read(Map<String, String> values) {
        return InboxRuleParameters.of(name -> Optional.ofNullable(values.get(name)));
    }
}
