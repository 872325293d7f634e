package org.mimawari.connector.imap.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static Response read(String answer) throws IOException, ImapException {
        ServerInput input = new ServerInput(new ByteArrayInputStream(answer.getBytes(StandardCharsets.ISO_8859_1)), 1 << 24);
        input.allow(1 << 22);
        return new ResponseReader(input).next();
    }

    @Test
    void aLiteralMayHoldWhatLooksLikeAnAnswer() throws IOException, ImapException {
        FetchedMessage message = FetchedMessage.of(read("* 7 FETCH (UID 9 BODY[HEADER]<0> {14}\r\n* 1 FETCH ()\r\n RFC822.SIZE 5)\r\n"))
                .orElseThrow();
        assertThat(message.number()).isEqualTo(7);
        assertThat(message.size()).isEqualTo(5);
        assertThat(new String(message.bytes(), StandardCharsets.US_ASCII)).isEqualTo("* 1 FETCH ()\r\n");
    }

    @Test
    void bracesWithinALineMeanNothing() throws IOException, ImapException {
        ListedFolder folder = ListedFolder.of(read("* LIST () \"/\" \"a{99999999999}b\"\r\n")).orElseThrow();
        assertThat(folder.raw()).isEqualTo("a{99999999999}b");
    }

    @Test
    void attributesAreComparedInLowerCaseAndNamesUnquoted() throws IOException, ImapException {
        ListedFolder folder = ListedFolder.of(read("* LIST (\\HasNoChildren \\SENT) \"/\" \"a \\\"b\\\" \\\\c\"\r\n")).orElseThrow();
        assertThat(folder.is("\\sent")).isTrue();
        assertThat(folder.raw()).isEqualTo("a \"b\" \\c");
    }

    @Test
    void onlyAnnotationsThatNameAScriptAreTaken() throws IOException, ImapException {
        assertThat(ScriptAnnotation.of(read("* METADATA \"a (b\" (/private/comment {6}\r\nsecret /SHARED/imapsieve/script {5}\r\nsteal"
                + " /x/imapsieve/script no /private/vendor/v/imapsieve/script \"a \\\"b\" /private/imapsieve/script NIL)\r\n")))
                .extracting(each -> each.entry() + "=" + each.script().orElse(""))
                .containsExactly("/shared/imapsieve/script=steal", "/private/vendor/v/imapsieve/script=a \"b");
    }

    @Test
    void anAnnotationThatChangedIsNamedWithoutAValueAndSaysNothing() throws IOException, ImapException {
        assertThat(ScriptAnnotation.of(read("* METADATA INBOX /shared/imapsieve/script\r\n"))).isEmpty();
        assertThat(ScriptAnnotation.of(read("* METADATA INBOX (/shared/imapsieve/script ((x)) ) y\r\n"))).isEmpty();
        assertThat(ScriptAnnotation.of(read("* METADATA INBOX (/shared/imapsieve/script\r\n"))).isEmpty();
        assertThat(ScriptAnnotation.of(read("* METADATA\r\n"))).isEmpty();
    }

    @Test
    void aQuotaIsAsFullAsItsFullestLimit() throws IOException, ImapException {
        assertThat(Quota.percent(read("* QUOTA \"\" (STORAGE 10 512 MESSAGE 19 20)\r\n"))).isEqualTo(95);
        assertThat(Quota.percent(read("* QUOTA {4}\r\nroot (storage 513 512)\r\n"))).isEqualTo(100);
        assertThat(Quota.percent(read("* QUOTA r (MAILBOX 99 100 X-NUM-FOLDERS 7 7)\r\n"))).isZero();
        assertThat(Quota.percent(read("* QUOTA r ()\r\n"))).isZero();
        assertThat(Quota.percent(read("* QUOTAROOT INBOX \"(STORAGE 9 9)\"\r\n"))).isZero();
    }

    @Test
    void figuresThatNoStoreHasAreNoQuota() throws IOException, ImapException {
        for (String figures : new String[] {"18446744073709551615 512", "5 9223372036854775808", "-1 5", "5 -1", "0 0", "9 0", "5",
                "x y", "5 512 MESSAGE 9 99999999999999999999999999999999"}) {
            assertThat(Quota.percent(read("* QUOTA r (STORAGE " + figures + ")\r\n"))).as(figures).isZero();
        }
        assertThat(Quota.percent(read("* QUOTA r (STORAGE 9999999999999999 1)\r\n"))).isEqualTo(999);
    }

    @Test
    void foldersOfOthersAreTheSecondAndThirdNamespace() throws IOException, ImapException {
        assertThat(Namespaces.foreign(read("* NAMESPACE ((\"INBOX.\" \".\")) ((\"user.\" \".\" \"X\" (\"y\"))(\"u2.\" NIL)) ((\"\" \".\"))\r\n")))
                .containsExactly("user.", "u2.");
    }

    @Test
    void aCutConnectionIsNoAnswer() {
        assertThatThrownBy(() -> read("* 1 FETCH (BODY[] {100}\r\nabc")).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> read("* OK almost")).isInstanceOf(EOFException.class);
    }

    @Test
    void statusAndCodeAreToldApart() throws IOException, ImapException {
        Response.Status status = read("m1 NO [limit x] too many\r\n").status().orElseThrow();
        assertThat(status.codeName()).isEqualTo("LIMIT");
        assertThat(status.text()).isEqualTo("too many");
    }

    @Test
    void noGarbageDoesMoreThanBeRefused() throws IOException {
        Random random = new Random(7);
        String alphabet = "* 12 FETCH(BODY[]{3}\r\n)\"\\~NILACLLISTNAMESPACEUIDQUOTAMETADATA ()";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder("* ");
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                Response response = read(text.append("\r\n").toString());
                FetchedMessage.of(response);
                ListedFolder.of(response);
                AccessRight.of(response);
                Namespaces.foreign(response);
                ScriptAnnotation.of(response);
                Quota.percent(response);
                response.status();
            } catch (EOFException | ImapException refused) {
                continue;
            }
        }
    }

    @Test
    void whatIsShownHoldsNoControlCharacter() {
        assertThat(ServerText.shown("\u001b[31mred\r\n\u202e\u0000é" + "x".repeat(500))).startsWith("?[31mred????é").hasSize(201);
        assertThat(ServerText.shown(new String("送信".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))).isEqualTo("送信");
    }
}
