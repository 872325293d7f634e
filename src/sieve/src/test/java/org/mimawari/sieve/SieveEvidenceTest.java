package org.mimawari.sieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.RuleTrait;

class SieveEvidenceTest {

    private static final MailboxAddress TARO = new MailboxAddress("taro@hikari.example");

    @Test
    void takesAScriptThatTheServerMustRefuseForOneThatDoesNotRun() {
        assertThat(rules("if header :contains \"subject\" \"a\" { discard;")).isNotEmpty()
                .allMatch(rule -> rule.traits().contains(RuleTrait.INACTIVE_SCRIPT) || !rule.readable());
    }

    @Test
    void takesAWholeScriptForRunning() {
        assertThat(rules("if header :contains \"subject\" \"a\" { discard; }")).singleElement()
                .satisfies(rule -> assertThat(rule.traits()).doesNotContain(RuleTrait.INACTIVE_SCRIPT));
    }

    private static List<MailboxRule> rules(String script) {
        List<Evidence> evidence = new SieveEvidence(Optional.of(TARO), name -> name, true)
                .of("main", new SieveReader(ScriptLibrary.EMPTY).read("main", script));
        return evidence.stream().filter(MailboxRule.class::isInstance).map(MailboxRule.class::cast).toList();
    }
}
