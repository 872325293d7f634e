package org.mimawari.connector.export.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.connector.export.mail.MailFiles.mail;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.SentMessage;

class MessageFormatTest {

    private static final String OWN = mail("info@shop.example", "a@far.example", "ours");
    private static final String FOREIGN = mail("a@far.example", "info@shop.example", "theirs");

    @TempDir
    private Path folder;
    private MailFiles files;

    @BeforeEach
    void open() {
        files = new MailFiles(folder);
    }

    @Test
    void readsAJapaneseSentFolderOfAMaildir() {
        RecordingSink sink = MailFiles.messages(files.ofInfo("Maildir/.&kAFP4W4IMH8wojCkMMYw4A-/cur/1.M1:2,S", OWN));
        assertThat(sink.evidence(SentMessage.class)).hasSize(1);
    }

    @Test
    void knowsTheFolderAlsoWhereOnlyItsInsideIsGiven() {
        Source inside = files.ofInfo(".Sent/cur/1.M1", OWN);
        RecordingSink sink = MailFiles.messages(new Source(inside.path(), "1.M1", inside.owner(), inside.folders()));
        assertThat(sink.evidence(SentMessage.class)).hasSize(1);
    }

    @Test
    void takesTheRootOfAMaildirForTheInbox() {
        RecordingSink sink = MailFiles.messages(files.ofInfo("Maildir/new/1.M1", OWN));
        assertThat(sink.evidence(ReceivedMessage.class)).hasSize(1);
    }

    @Test
    void sortsMessagesOfAnOrdinaryFolderByTheirSender() {
        RecordingSink sink = MailFiles.messages(files.ofInfo("Projects/1.eml", OWN), files.ofInfo("Projects/2.eml", FOREIGN));
        assertThat(sink.evidence(SentMessage.class)).hasSize(1);
        assertThat(sink.evidence(ReceivedMessage.class)).hasSize(1);
    }

    @Test
    void takesMailThatCameInUnderTheOwnersNameForReceived() {
        RecordingSink sink = MailFiles.messages(files.ofInfo("Projects/1.eml", "Delivered-To: info@shop.example\n" + OWN));
        assertThat(sink.evidence(SentMessage.class)).isEmpty();
    }

    @Test
    void takesNoDraftForSentMail() {
        RecordingSink sink = MailFiles.messages(files.ofInfo("下書き/1.eml", OWN));
        assertThat(sink.admitted()).isEqualTo(1);
        assertThat(sink.evidence()).isEmpty();
    }

    @Test
    void findsTheOwnerOfReceivedMailAmongItsReceivers() {
        RecordingSink sink = MailFiles.messages(files.ofNobody("1.eml",
                mail("a@far.example", "x@far.example, Sales@Shop.example", "hello")));
        assertThat(sink.evidence().get(0).mailbox().orElseThrow().text()).isEqualTo("sales@shop.example");
    }

    @Test
    void readsAppleMailFiles() {
        RecordingSink sink = MailFiles.messages(files.ofInfo("Sent Messages.mbox/Messages/12.emlx",
                OWN.length() + "       \n" + OWN + "<?xml version=\"1.0\"?><plist></plist>\n"));
        assertThat(sink.evidence(SentMessage.class)).singleElement()
                .satisfies(sent -> assertThat(sent.content().orElseThrow().text()).doesNotContain("plist"));
    }

    @Test
    void claimsAFolderOnceForAllItsFiles() {
        RecordingSink sink = MailFiles.messages(files.ofInfo("INBOX/1.", FOREIGN),
                files.ofInfo("INBOX/2.", mail("b@far.example", "info@shop.example", "more")));
        assertThat(sink.coverage()).extracting(Coverage::kind).containsExactlyInAnyOrder(EvidenceKind.RECEIVED_MESSAGE,
                EvidenceKind.NON_DELIVERY_REPORT, EvidenceKind.FEEDBACK_REPORT);
        assertThat(sink.coverage()).filteredOn(piece -> piece.kind() == EvidenceKind.RECEIVED_MESSAGE).singleElement()
                .satisfies(piece -> assertThat(piece.count()).isEqualTo(2));
    }

    @Test
    void saysThatItCannotTellWhoseMailItIs() {
        RecordingSink sink = MailFiles.messages(files.ofNobody("x/1.eml", mail("a@far.example", "b@far.example", "lost")));
        assertThat(sink.coverage()).allMatch(piece -> piece.state() == Coverage.State.NOT_COLLECTED);
    }

    @Test
    void recognisesMessagesWhateverTheirName() {
        ExportFiles plain = new ExportFiles(folder);
        MessageFormat format = new MessageFormat(MailFiles.SETTINGS);
        assertThat(ExportFiles.recognises(format, plain.file("123.", OWN))).isGreaterThan(80);
        assertThat(ExportFiles.recognises(format, plain.file("mail.log",
                "Nov 20 11:20:28 mail postfix/qmgr[1]: 0399F: from=<>, size=3, nrcpt=1 (queue active)\n"))).isZero();
        assertThat(ExportFiles.recognises(format, plain.file("rule.sieve", "require [\"copy\"];\nif true { stop; }\n"))).isZero();
    }
}
