package org.mimawari.connector.export.serverlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SignIn;

class PostfixLinesTest {

    private static final String AT = "Nov 22 03:39:51 mail postfix/";
    private static final String CLIENT =
            "submission/smtpd[9]: C6191C35: client=unknown[203.0.113.50], sasl_method=PLAIN,"
            + " sasl_username=noreply@corp.example";
    private static final String QUEUED = "qmgr[8]: C6191C35: from=<ceo@bank.example>, size=570, nrcpt=3 (queue active)";
    private static final String REMOVED = "qmgr[8]: C6191C35: removed";

    @TempDir
    private Path folder;

    private LogStory log(String... lines) {
        return new LogStory(folder).log(List.of(lines).stream().map(line -> AT + line).toArray(String[]::new));
    }

    private static String to(String recipient, String rest) {
        return "smtp[7]: C6191C35: to=<" + recipient + ">, relay=mx.example[198.51.100.7]:25, delay=1, delays=0/0/0/1, "
                + rest;
    }

    @Test
    void tellsWhatAnAuthenticatedUserSentWhateverTheSenderAddress() {
        var sent = log(CLIENT, "cleanup[3]: C6191C35: message-id=<1@x.example>", QUEUED,
                to("a@victim.example", "dsn=2.0.0, status=sent (250 Ok)"),
                to("b@victim.example", "dsn=5.1.1, status=bounced (said: 550 5.1.1 status=sent (x))"),
                to("c@victim.example", "dsn=4.7.1, status=deferred (later)"),
                to("c@victim.example", "dsn=4.7.1, status=deferred (later)"), REMOVED).read(SentMessage.class);
        assertThat(sent).singleElement().satisfies(m -> {
            assertThat(m.mailbox().get().text()).isEqualTo("noreply@corp.example");
            assertThat(m.envelopeFrom()).contains("ceo@bank.example");
            assertThat(m.to()).containsExactly("a@victim.example", "b@victim.example", "c@victim.example");
            assertThat(List.of(m.recipients(), m.bounced(), m.deferred())).containsExactly(3, 1, 1);
            assertThat(m.size()).isEqualTo(570);
            assertThat(m.messageId()).contains("<1@x.example>");
        });
    }

    @Test
    void readsSubjectAndClientFromHeaderChecks() {
        String envelope =
                " from unknown[203.0.113.50]; from=<a@corp.example> to=<b@v.example> proto=ESMTP helo=<winhost>";
        var sent = log(CLIENT, "cleanup[3]: C6191C35: info: header Subject: =?utf-8?B?6KuL5rGC5pu4?= from x; from=<z>"
                + envelope, QUEUED, REMOVED).read(SentMessage.class);
        assertThat(sent.get(0).subject()).contains("請求書 from x; from=<z>");
        assertThat(sent.get(0).client()).contains("winhost");
    }

    @Test
    void countsOneSubmissionAsOneSignIn() {
        assertThat(log(CLIENT, QUEUED, REMOVED).read(SignIn.class)).singleElement().matches(s -> s.succeeded()
                && s.protocol() == SignIn.Protocol.SMTP && s.ip().equals(IpAddress.find("203.0.113.50")));
    }

    @Test
    void doesNotCountARefusedMessageAsSent() {
        assertThat(log(CLIENT,
                "cleanup[3]: C6191C35: milter-reject: END-OF-MESSAGE from unknown[203.0.113.50]: 5.7.1 spam",
                "qmgr[8]: AAAAAAAA: from=<x@y.example>, size=1, nrcpt=1 (queue active)")
                        .read(SentMessage.class)).isEmpty();
    }

    @Test
    void takesSubmissionsAloneForSentWhereTheQueueIsNotLogged() {
        assertThat(log(CLIENT).read(SentMessage.class)).hasSize(1);
    }

    @Test
    void keepsMessagesApartThatUseTheSameQueueId() {
        var sent = log(CLIENT, QUEUED, REMOVED, CLIENT.replace("noreply", "info"), QUEUED, REMOVED)
                .read(SentMessage.class);
        assertThat(sent).extracting(m -> m.mailbox().get().localPart()).containsExactly("noreply", "info");
    }

    @Test
    void countsFailuresWithAndWithoutAUser() {
        var signIns = log("smtpd[9]: warning: unknown[203.0.113.9]: SASL LOGIN authentication failed: UGFzc3dvcmQ6",
                "smtps/smtpd[9]: warning: a.example[203.0.113.8]: SASL PLAIN authentication failed: (reason unavailable),"
                        + " sasl_username=info@corp.example").read(SignIn.class);
        assertThat(signIns).extracting(s -> s.mailbox().map(Object::toString).orElse("")).containsExactly("",
                "info@corp.example");
        assertThat(signIns.toString()).doesNotContain("UGFz");
    }

    @Test
    void blamesNoPasswordWhereTheAuthenticationServerDidNotAnswer() {
        String start = "smtpd[9]: warning: unknown[203.0.113.9]: SASL LOGIN authentication failed: ";
        var signIns = log(start + "Temporary authentication failure, sasl_username=info@corp.example",
                start + "Connection lost to authentication server", start + "(reason unavailable), sasl_username=:"
                        + " Temporary authentication failure").read(SignIn.class);
        assertThat(signIns).extracting(s -> s.failure().orElseThrow()).containsExactly(SignIn.Failure.OTHER,
                SignIn.Failure.OTHER, SignIn.Failure.WRONG_PASSWORD);
    }

    @Test
    void learnsTheUserOfAFailureFromDovecotAndCountsItOnce() {
        var signIns = new LogStory(folder).log(
                "Nov 22 03:39:50 mail dovecot: auth: passwd-file(info@corp.example,203.0.113.9): Password mismatch",
                "Nov 22 03:39:52 mail postfix/smtpd[9]: warning: unknown[203.0.113.9]: SASL PLAIN authentication failed: x")
                .read(SignIn.class);
        assertThat(signIns).singleElement().matches(s -> s.protocol() == SignIn.Protocol.SMTP
                && s.mailbox().get().text().equals("info@corp.example"));
    }

    @Test
    void countsEachAttemptOfALongAttackOnce() {
        String[] lines = IntStream.range(0, 120).mapToObj(i -> i % 2 == 0
                ? String.format("Nov 22 03:%02d:%02d mail dovecot: auth: sql(info@corp.example,203.0.113.9): Password mismatch",
                        i / 60, i % 60)
                : String.format("Nov 22 03:%02d:%02d mail postfix/smtpd[9]: warning: u[203.0.113.9]: SASL LOGIN"
                        + " authentication failed: x", (i + 2) / 60, (i + 2) % 60)).toArray(String[]::new);
        List<SignIn> signIns = new LogStory(folder).log(lines).read(SignIn.class);
        assertThat(signIns.stream().mapToInt(SignIn::attempts).sum()).isEqualTo(60);
        assertThat(signIns).allMatch(s -> s.mailbox().isPresent());
    }

    @Test
    void joinsFilesOfTheSameServerInTheOrderOfTime() {
        var signIns = new LogStory(folder)
                .file("a/mail.log", "2026-11-24T00:00:00Z",
                        "Nov 22 03:39:52 mail postfix/smtpd[9]: warning: u[203.0.113.9]: SASL PLAIN authentication failed: x")
                .file("b/dovecot.log", "2026-11-24T00:00:00Z",
                        "Nov 22 03:39:50 auth: Info: passwd-file(info@corp.example,203.0.113.9): Password mismatch")
                .read(SignIn.class);
        assertThat(signIns).singleElement().matches(s -> s.mailbox().isPresent());
    }

    @Test
    void tellsTheSenderOfAFailure() {
        var reports = log(CLIENT, "cleanup[3]: C6191C35: message-id=<1@x.example>", QUEUED,
                to("b@victim.example", "dsn=5.1.1, status=bounced (no)"),
                "cleanup[3]: D57EDC37: message-id=<2@mail.example>",
                "bounce[4]: C6191C35: sender non-delivery notification: D57EDC37", REMOVED)
                        .read(NonDeliveryReport.class);
        assertThat(reports).singleElement().satisfies(r -> {
            assertThat(r.mailbox().get().text()).isEqualTo("noreply@corp.example");
            assertThat(r.failures().get(0).status()).contains("5.1.1");
            assertThat(r.original().messageId()).contains("<1@x.example>");
            assertThat(r.messageId()).contains("<2@mail.example>");
        });
    }

    @Test
    void followsAMessageThroughAContentFilter() {
        var sent = log(CLIENT, "cleanup[3]: C6191C35: message-id=<1@x.example>", QUEUED,
                "smtpd[9]: AAAA1111: client=localhost[127.0.0.1]", "cleanup[3]: AAAA1111: message-id=<1@x.example>",
                "qmgr[8]: AAAA1111: from=<ceo@bank.example>, size=900, nrcpt=1 (queue active)",
                "smtp[7]: C6191C35: to=<a@victim.example>, relay=127.0.0.1[127.0.0.1]:10024, delay=1, delays=0/0/0/1,"
                        + " dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as AAAA1111)", REMOVED,
                to("a@victim.example", "dsn=5.1.1, status=bounced (no)").replace("C6191C35", "AAAA1111"),
                "qmgr[8]: AAAA1111: removed").read(SentMessage.class);
        assertThat(sent).singleElement().matches(m -> m.bounced() == 1 && m.recipients() == 3);
    }

    @Test
    void seesThatAScriptSendsMailOn() {
        var rules = log("smtpd[9]: BBBB2222: client=mx.partner.example[198.51.100.4]",
                "cleanup[3]: BBBB2222: message-id=<9@partner.example>",
                "qmgr[8]: BBBB2222: from=<p@partner.example>, size=900, nrcpt=1 (queue active)",
                "pickup[2]: CCCC3333: uid=5000 from=<p@partner.example>",
                        "cleanup[3]: CCCC3333: message-id=<9@partner.example>",
                "qmgr[8]: CCCC3333: from=<p@partner.example>, size=950, nrcpt=1 (queue active)",
                "lmtp[5]: BBBB2222: to=<exec@corp.example>, relay=mail[private/dovecot-lmtp], delay=1, delays=0/0/0/1,"
                        + " dsn=2.0.0, status=sent (250 2.0.0 <exec@corp.example> Saved)", "qmgr[8]: BBBB2222: removed",
                to("box@freemail.example", "dsn=2.0.0, status=sent (250 Ok)").replace("C6191C35", "CCCC3333"),
                "qmgr[8]: CCCC3333: removed").read(MailboxRule.class);
        assertThat(rules).singleElement().matches(r -> r.mailbox().get().text().equals("exec@corp.example")
                && r.actions().equals(List.of(RuleAction.of(RuleAction.Type.REDIRECT, "box@freemail.example"))));
    }

    @Test
    void countsMailOfOwnProgramsOnlyWhereItGoesOutside() {
        String pickup = "pickup[2]: C6191C35: uid=33 from=<www@corp.example>";
        String queued = QUEUED.replace("ceo@bank.example", "www@corp.example");
        String outside = to("a@victim.example", "dsn=2.0.0, status=sent (250 Ok)");
        var sent = log(pickup, queued, outside, REMOVED, pickup, queued, outside.replace("victim", "corp"), REMOVED,
                "smtpd[1]: C6191C35: client=mx[198.51.100.4]", queued, outside, REMOVED).read(SentMessage.class);
        assertThat(sent).singleElement().matches(m -> m.mailbox().get().text().equals("www@corp.example")
                && m.ip().equals(Optional.empty()));
    }

    @Test
    void learnsOwnDomainsWhereNoneAreConfigured() {
        var sent = log(CLIENT, QUEUED, REMOVED, "pickup[2]: C6191C35: uid=33 from=<www@corp.example>",
                QUEUED.replace("ceo@bank.example", "www@corp.example"),
                to("a@victim.example", "dsn=2.0.0, status=sent (250 Ok)"), REMOVED).ownDomainsUnknown()
                .read(SentMessage.class);
        assertThat(sent).hasSize(2);
    }

    @Test
    void countsThousandsOfRecipientsOfOneMessage() {
        var sent = log(CLIENT, QUEUED.replace("nrcpt=3", "nrcpt=5000"), to("a@v.example",
                "dsn=2.0.0, status=sent (250)"),
                "qmgr[8]: C6191C35: from=<ceo@bank.example>, size=570, nrcpt=4000 (queue active)", REMOVED)
                .read(SentMessage.class);
        assertThat(sent.get(0).recipients()).isEqualTo(5000);
    }
}
