package org.mimawari.indicator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.rules.RuleStory.DELETE;
import static org.mimawari.indicator.rules.RuleStory.always;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.snapshot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.RuleAction;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class RuleRunsProgramTest {

    private final RuleRunsProgram indicator = new RuleRunsProgram();

    @ParameterizedTest
    @CsvSource({"C:\\Users\\Public\\a.exe, CRITICAL", "\\\\203.0.113.9\\x\\run.vbs, CRITICAL",
            "http://203.0.113.9/a, CRITICAL",
        "archive.sh, MEDIUM", "sa-learn, LOW"})
    void judgesByWhatIsStarted(String program, Level level) {
        RuleAction execute = RuleAction.of(RuleAction.Type.EXECUTE, program);
        assertThat(only(indicator, snapshot("x", always(), execute))).get().extracting(Finding::level).isEqualTo(level);
    }

    @Test
    void fearsTheWorstWhereTheProgramIsNotNamed() {
        RuleAction execute = RuleAction.of(RuleAction.Type.EXECUTE);
        assertThat(only(indicator, snapshot("x", always(), execute))).get().extracting(Finding::level)
                .isEqualTo(Level.CRITICAL);
    }

    @Test
    void leavesOtherActionsAlone() {
        assertThat(indicator.examine(snapshot("x", always(), DELETE))).isEmpty();
    }

    @Test
    void cannotSayWithoutRules() {
        assertThat(RuleStory.without(EvidenceKind.MAILBOX_RULE, indicator)).isInstanceOf(Assessment.NotAssessed.class);
    }
}
