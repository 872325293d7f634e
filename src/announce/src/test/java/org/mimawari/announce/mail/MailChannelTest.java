package org.mimawari.announce.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mimawari.announce.AnnounceException;
import org.mimawari.announce.Announcement;
import org.mimawari.announce.Stories;
import org.mimawari.announce.mail.MailSettings.Login;
import org.mimawari.announce.mail.MailSettings.Security;
import org.mimawari.announce.net.Trust;
import org.mimawari.announce.text.AnnouncementText;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.incident.IncidentStatus;
import org.mimawari.indicator.Level;
import org.mimawari.report.wording.Language;

class MailChannelTest {

    private static final Announcement ABOUT_SUZUKI = Stories.of(Stories.taken("suzuki@hinode.example"));

    private final GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void writesAPlainMessageFromAMachine() throws Exception {
        channel(Language.ENGLISH, "sato@hinode.example").send(ABOUT_SUZUKI);

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("[Mimawari] hinode: New, Critical: suzuki@hinode.example");
        assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(header(mail, "To")).isEqualTo("sato@hinode.example");
        assertThat(mail.getSentDate()).isEqualTo(Stories.NOON);
        assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(body(mail)).contains("* New · Critical (92.5) · suzuki@hinode.example",
                "  - A rule forwards invoices to evil@attacker.example.", "  What to do: Reset the password");
    }

    @Test
    void japaneseTravelsInAscii() throws Exception {
        channel(Language.JAPANESE, "sato@hinode.example").send(new Announcement("A-1", "株式会社日の出商事 東京本社 情報システム部",
                Stories.NOON, ABOUT_SUZUKI.changes(), List.of()));

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("[Mimawari] 株式会社日の出商事 東京本社 情報システム部: 新規・緊急: suzuki@hinode.example");
        assertThat(GreenMailUtil.getWholeMessage(mail).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(998).matches("\\p{ASCII}*"));
        assertThat(GreenMailUtil.getHeaders(mail).lines()).filteredOn(line -> line.contains("=?UTF-8?"))
                .hasSizeGreaterThan(1).allSatisfy(line -> assertThat(line)
                .hasSizeLessThanOrEqualTo(76 + "Subject: ".length()));
        assertThat(body(mail)).contains("対応: パスワードを変更する");
    }

    @Test
    void theSameAnnouncementIsTheSameMessage() throws Exception {
        channel(Language.ENGLISH, "sato@hinode.example").send(ABOUT_SUZUKI);
        channel(Language.ENGLISH, "sato@hinode.example").send(ABOUT_SUZUKI);
        channel(Language.ENGLISH, "sato@hinode.example").send(new Announcement("A-2", "hinode", Stories.NOON,
                ABOUT_SUZUKI.changes(), List.of()));

        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(header(mails[1], "Message-ID")).isEqualTo(header(mails[0], "Message-ID"))
                .matches("<mimawari\\.[0-9a-f]{32}@hinode\\.example>").isNotEqualTo(header(mails[2], "Message-ID"));
    }

    @Test
    void hostileTextAddsNoHeader() throws Exception {
        Announcement hostile = new Announcement("A\r\nBcc: x@evil.example", "hi\r\nBcc: x@evil.example", Stories.NOON,
                List.of(Stories.incident("a\r\nBcc: x@evil.example", IncidentStatus.NEW, Level.HIGH, Stories.HOSTILE)),
                List.of("a\n.\nMAIL FROM:<x@evil.example>"));

        channel(Language.ENGLISH, "sato@hinode.example").send(hostile);

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(body(mail)).doesNotContain("\nBcc", "\n.\n", "\u001B", "\u202E");
    }

    @Test
    void leavesOutARecipientWhoIsSuspectedAndSaysSo() throws Exception {
        channel(Language.ENGLISH, "sato@hinode.example", "suzuki+alerts@hinode.example").send(ABOUT_SUZUKI);

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(header(server.getReceivedMessages()[0], "To")).isEqualTo("sato@hinode.example");
        assertThat(body(server.getReceivedMessages()[0]))
                .startsWith("! Not sent to suzuki+alerts@hinode.example: this mailbox is itself suspected.");
    }

    @Test
    void leavesOutWhoWasSuspectedInAnEarlierRound() throws Exception {
        Announcement about = Stories.of(Stories.taken("yoshida@hinode.example"));
        channel(Language.ENGLISH, Optional.empty(), Set.of("sato@hinode.example"), "sato@hinode.example",
                "soc@watch.example").send(about);

        assertThat(header(server.getReceivedMessages()[0], "To")).isEqualTo("soc@watch.example");
    }

    @Test
    void sendsNothingFromOrThroughASuspectedMailbox() {
        Announcement aboutSender = Stories.of(Stories.taken("mimawari@hinode.example"));
        Announcement aboutUser = Stories.of(Stories.taken("alerts@hinode.example"));

        assertThat(refusal(channel(Language.ENGLISH, "sato@hinode.example"), aboutSender))
                .hasMessageContaining("'from'");
        assertThat(refusal(channel(Language.ENGLISH, Optional.of(new Login("alerts", "p")), Set.of(),
                "sato@hinode.example"), aboutUser))
                .hasMessageContaining("'user'");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void sendsNothingWhereEverybodyIsSuspectedAndTriesAgain() {
        AnnounceException refusal = refusal(channel(Language.ENGLISH, "suzuki@hinode.example"), ABOUT_SUZUKI);

        assertThat(refusal).hasMessageContaining("everybody in 'to' is suspected");
        assertThat(refusal.isRetryable()).isTrue();
    }

    @Test
    void writesToSomebodyWhoseIncidentIsOverOrSlight() throws Exception {
        channel(Language.ENGLISH, "suzuki@hinode.example").send(Stories.of(
                Stories.incident("suzuki@hinode.example", IncidentStatus.RESOLVED, Level.CRITICAL)));
        channel(Language.ENGLISH, "suzuki@hinode.example").send(Stories.of(
                Stories.incident("suzuki@hinode.example", IncidentStatus.NEW, Level.LOW)));

        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void tenThousandIncidentsMakeOneMessagePeopleCanRead() throws Exception {
        channel(Language.ENGLISH, "sato@hinode.example").send(Stories.many(10_000));

        assertThat(body(server.getReceivedMessages()[0])).contains("Not listed here: 9,980 more")
                .hasSizeLessThan(60_000);
    }

    private MailChannel channel(Language language, String... to) {
        return channel(language, Optional.empty(), Set.of(), to);
    }

    private MailChannel channel(Language language, Optional<Login> login, Set<String> suspected, String... to) {
        MailSettings settings = new MailSettings("localhost", server.getSmtp().getPort(), Security.NONE, login,
                new MailboxAddress("mimawari@hinode.example"), List.of(to).stream().map(MailboxAddress::new).toList(),
                Trust.PLATFORM, MailSettings.USUAL_LIMIT);
        return new MailChannel("mail", settings, new AnnouncementText(language, ZoneId.of("Asia/Tokyo")),
                address -> suspected.contains(address.text()));
    }

    private static AnnounceException refusal(MailChannel channel, Announcement announcement) {
        return catchThrowableOfType(AnnounceException.class, () -> channel.send(announcement));
    }

    private static String header(MimeMessage mail, String name) throws MessagingException {
        return mail.getHeader(name, null);
    }

    private static String body(MimeMessage mail) throws MessagingException, IOException {
        return mail.getContent().toString().replace("\r\n", "\n");
    }
}
