package org.mimawari.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;

class SystemsSeenTest {

    private static Coverage takenFor(String format) {
        return Coverage.changesOnly("file", format, EvidenceKind.SIGN_IN);
    }

    @Test
    void commandsOfOtherSystemsAreNotSuggested() {
        assertThat(SystemsSeen.in(List.of(takenFor("Postfix and Dovecot log"), takenFor("Sieve script")))).containsExactly("server");
        assertThat(SystemsSeen.in(List.of(takenFor("Entra sign-ins (interactive only)")))).containsExactly("microsoft");
        assertThat(SystemsSeen.in(List.of(takenFor("Google Workspace audit log")))).containsExactly("google");
    }

    @Test
    void allAreSuggestedWhereNothingTells() {
        assertThat(SystemsSeen.in(List.of(takenFor("unknown")))).containsExactlyElementsOf(SystemsSeen.ALL);
    }
}
