package org.mimawari.connector.export.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mimawari.connector.export.mail.MailFiles.mail;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.SentMessage;

class MboxFormatTest {

    private static final String SEPARATOR = "From info@shop.example Fri Nov 20 11:20:00 2026\n";

    @TempDir
    private Path folder;
    private MailFiles files;

    @BeforeEach
    void open() {
        files = new MailFiles(folder);
    }

    @Test
    void readsASentFolderAsSentMail() {
        RecordingSink sink = MailFiles.mbox(files.ofInfo("Sent", SEPARATOR
                + mail("info@shop.example", "a@far.example, B@far.example", "offer 1") + "\n" + SEPARATOR
                + mail("info@shop.example", "c@far.example", "offer 2")));
        assertThat(sink.evidence(SentMessage.class)).extracting(m -> m.subject().orElse(""), SentMessage::recipients)
                .containsExactly(tuple("offer 1", 2),
                        tuple("offer 2", 1));
    }

    @Test
    void namesEachMessageByItsPlaceAndId() {
        RecordingSink sink = MailFiles.mbox(files.ofInfo("Sent", SEPARATOR
                + mail("info@shop.example", "a@far.example", "one") + "\n" + SEPARATOR
                + mail("info@shop.example", "a@far.example", "two")));
        assertThat(sink.evidence().get(1).ref().locator()).isEqualTo("message:2");
        assertThat(sink.evidence().get(1).ref().recordId()).contains("<two@shop.example>");
    }

    @Test
    void keepsASentenceThatBeginsWithFromInItsMessage() {
        String prose = mail("a@far.example", "info@shop.example", "hi") + "\nFrom what I hear, all is well.\n";
        RecordingSink sink = MailFiles.mbox(files.ofInfo("INBOX", SEPARATOR + prose + "\n" + SEPARATOR
                + mail("b@far.example", "info@shop.example", "next")));
        assertThat(sink.admitted()).isEqualTo(2);
    }

    @Test
    void readsLineEndsOfWindows() {
        String text = SEPARATOR + mail("a@far.example", "info@shop.example", "one") + "\n" + SEPARATOR
                + mail("a@far.example", "info@shop.example", "two");
        RecordingSink sink = MailFiles.mbox(files.ofInfo("INBOX", text.replace("\n", "\r\n")));
        assertThat(sink.evidence(ReceivedMessage.class)).hasSize(2);
    }

    @Test
    void countsTheSameMailInTwoExportsOnce() {
        String one = mail("a@far.example", "info@shop.example", "one") + "\nFrom here on\n";
        RecordingSink sink = MailFiles.mbox(files.ofInfo("INBOX", SEPARATOR + one),
                files.ofInfo("copy/INBOX", (SEPARATOR + one.replace("\nFrom here", "\n>From here")).replace("\n", "\r\n")));
        assertThat(sink.admitted()).isEqualTo(1);
        assertThat(sink.duplicates()).isEqualTo(1);
    }

    @Test
    void tellsTwoMailsWithoutMessageIdApart() {
        String bare = "From: a@far.example\nTo: info@shop.example\nSubject: hi\n\n";
        RecordingSink sink = MailFiles.mbox(files.ofInfo("INBOX", SEPARATOR + bare + "one\n\n" + SEPARATOR + bare + "two\n"));
        assertThat(sink.admitted()).isEqualTo(2);
    }

    @Test
    void rejectsWhatIsNoMessageByName() {
        RecordingSink sink = MailFiles.mbox(files.ofInfo("INBOX", SEPARATOR
                + mail("a@far.example", "info@shop.example", "one") + "\n" + SEPARATOR + "\njust words\n"));
        assertThat(sink.admitted()).isEqualTo(1);
        assertThat(sink.rejected()).singleElement().asString().startsWith("INBOX message:2:");
    }

    @Test
    void claimsWhatASentFolderShowsForItsOwner() {
        RecordingSink sink = MailFiles.mbox(files.ofInfo("送信済みアイテム.mbox", SEPARATOR
                + mail("info@shop.example", "a@far.example", "one")));
        assertThat(sink.coverage()).singleElement().satisfies(piece -> {
            assertThat(piece.kind()).isEqualTo(EvidenceKind.SENT_MESSAGE);
            assertThat(piece.mailbox().orElseThrow().text()).isEqualTo("info@shop.example");
            assertThat(piece.state()).isEqualTo(Coverage.State.COLLECTED);
        });
    }

    @Test
    void findsABounceInTheInbox() {
        RecordingSink sink = MailFiles.mbox(files.ofInfo("INBOX", SEPARATOR + "Return-Path: <>\n"
                + "From: MAILER-DAEMON@mx.far.example\nTo: info@shop.example\nSubject: failure notice\n\n"
                + "<nobody@far.example>:\n550 no such user\n"));
        assertThat(sink.evidence(NonDeliveryReport.class)).hasSize(1);
    }

    @Test
    void recognisesAFolderWithDatesOrHeaders() {
        ExportFiles plain = new ExportFiles(folder);
        MboxFormat format = new MboxFormat(MailFiles.SETTINGS);
        assertThat(ExportFiles.recognises(format, plain.file("a", SEPARATOR + "Subject: hi\n\nx"))).isGreaterThan(90);
        assertThat(ExportFiles.recognises(format, plain.file("b", "From now on we write letters.\n"))).isZero();
    }
}
