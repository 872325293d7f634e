package org.mimawari.connector.export.serverlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SignIn;

class LogFramingTest {

    private static final String LOGIN = "imap-login: Login: user=<a@corp.example>, rip=203.0.113.5, session=<S>";
    private static final String FAILED =
            "warning: u[203.0.113.5]: SASL PLAIN authentication failed: x, sasl_username=a@corp.example";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
        "Nov 22 12:39:51 vm dovecot: " + LOGIN,
        "Nov 22 12:39:51.511 vm dovecot[7]: " + LOGIN,
        "Nov 22 2026 12:39:51 vm dovecot: " + LOGIN,
        "Nov 22 12:39:51 vm dovecot: dovecot: " + LOGIN,
        "Nov 22 12:39:51 vm my-mail: " + LOGIN,
        "Nov 22 12:39:51 imap-login: Info: Login: user=<a@corp.example>, rip=203.0.113.5, session=<S>",
        "2026-11-22 12:39:51 imap-login: Info: Login: user=<a@corp.example>, rip=203.0.113.5, session=<S>",
        "2026-11-22T03:39:51.811512+00:00 vm dovecot: " + LOGIN,
        "2026-11-22T03:39:51Z vm postfix/smtpd[9]: " + FAILED,
        "2026-11-21T19:39:51.5-0800 vm postfix/submission/smtpd[9]: " + FAILED,
        "<22>1 2026-11-22T03:39:51.811512+00:00 vm postfix 939 - -  " + FAILED,
        "<22>1 2026-11-22T03:39:51Z vm real-mail - - [x a=\"]\\\"\"] " + LOGIN,
        "<22>Nov 22 12:39:51 vm postfix/smtpd[9]: " + FAILED,
        "postfix-1  | Nov 22 12:39:51 vm postfix/smtpd[9]: " + FAILED,
        "\u001B[36mdovecot-mailcow-1  |\u001B[0m Nov 22 12:39:51 1a2b dovecot: " + LOGIN,
        "imap_1 | 2026-11-22T03:39:51.811512345Z Nov 22 03:39:51 imap-login: Info: " + "Login: user=<a@corp.example>,"
                + " rip=203.0.113.5, session=<S>",
        "2026-11-22T03:39:51.811512345Z stdout F Nov 22 03:39:51 vm postfix/smtpd[9]: " + FAILED,
        "{\"__REALTIME_TIMESTAMP\":\"1795318791811512\",\"SYSLOG_IDENTIFIER\":\"postfix/smtpd\",\"_HOSTNAME\":\"vm\","
                + "\"_PID\":\"9\",\"MESSAGE\":\"" + FAILED + "\"}",
        "{\"log\":\"Nov 22 03:39:51 vm dovecot: " + LOGIN
                + "\\n\",\"stream\":\"stdout\",\"time\":\"2026-11-22T03:39:51.8Z\"}",
        "\0\0\0Nov 22 12:39:51 vm dovecot: " + LOGIN})
    void understandsTheSameLineInEveryContainer(String line) {
        LogStory story = new LogStory(folder).log(line);
        assertThat(story.recognised()).isGreaterThan(90);
        assertThat(story.read(SignIn.class)).singleElement().satisfies(s -> {
            assertThat(s.mailbox().get().text()).isEqualTo("a@corp.example");
            assertThat(s.ip().get().text()).isEqualTo("203.0.113.5");
            assertThat(s.time().get().getEpochSecond()).isEqualTo(1795318791L);
        });
    }

    @Test
    void readsAJournalMessageThatIsAnArrayOfBytes() {
        String bytes = ("login: h [203.0.113.5] a@corp.example plain User logged in").chars()
                .mapToObj(Integer::toString).collect(Collectors.joining(","));
        var signIns = new LogStory(folder).log("{\"MESSAGE\":[" + bytes
                + "],\"SYSLOG_IDENTIFIER\":\"cyrus/imap\",\"__REALTIME_TIMESTAMP\":\"1795318791811512\"}")
                        .read(SignIn.class);
        assertThat(signIns).singleElement().matches(SignIn::succeeded);
    }

    @Test
    void joinsAMessageWhoseServicesWereCutOff() {
        String head = "<22>1 2026-11-22T03:39:51Z vm postfix 939 - -  C6191C35: ";
        var sent = new LogStory(folder).log(
                head + "client=u[203.0.113.50], sasl_method=PLAIN, sasl_username=a@corp.example",
                head + "from=<a@corp.example>, size=5, nrcpt=1 (queue active)",
                head + "to=<x@v.example>, relay=mx[198.51.100.7]:25, delay=1, dsn=5.0.0, status=bounced (no)",
                head + "removed").read(SentMessage.class);
        assertThat(sent).singleElement().matches(m -> m.bounced() == 1);
    }

    @Test
    void keepsHostsApart() {
        String client =
                " postfix/smtpd[9]: C6191C35: client=u[203.0.113.50], sasl_method=PLAIN, sasl_username=a@corp.example";
        var sent = new LogStory(folder).log("Nov 22 03:00:00 mx1" + client, "Nov 22 03:00:00 mx2" + client,
                "Nov 22 03:00:01 mx1 postfix/qmgr[8]: C6191C35: from=<a@corp.example>, size=5, nrcpt=7 (queue active)",
                "Nov 22 03:00:01 mx2 postfix/qmgr[8]: C6191C35: from=<a@corp.example>, size=5, nrcpt=2 (queue active)")
                .read(SentMessage.class);
        assertThat(sent).extracting(SentMessage::recipients).containsExactlyInAnyOrder(7, 2);
    }
}
