package org.mimawari.connector.export.serverlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.evidence.Delegation;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SignIn;

class OtherServersTest {

    private static final String EXIM = "2026-11-22 03:46:27 ";
    private static final String ID = EXIM + "1xUyX5-0003hO-0Y ";
    private static final String CYRUS = "Nov 22 03:45:51 mail cyrus/";

    @TempDir
    private Path folder;

    private LogStory log(String... lines) {
        return new LogStory(folder).log(lines);
    }

    @Test
    void readsASubmissionToEximWithItsDeliveries() {
        var sink = log(ID
                + "<= info@corp.example H=(winhost) [203.0.113.50]:4444 P=esmtpa A=plain:info@corp.example S=293"
                + " id=e1@x T=\"\\350\\253\\213\\346\\261\\202 A=plain:x \\\"S=9\" for a@v.example b@v.example c@v.example",
                ID + "=> a@v.example F=<info@corp.example> R=out T=sink H=mx [198.51.100.7] C=\"250 Ok\"",
                ID + "** b@v.example F=<info@corp.example> R=out T=sink H=mx [198.51.100.7]: SMTP error after RCPT TO:<b@v>:"
                        + " 550 5.1.1 <b@v.example>: unknown", ID
                                + "== c@v.example R=out T=sink defer (-44) H=mx [198.51.100.7]",
                EXIM + "1xUyX5-0003hR-0h <= <> R=1xUyX5-0003hO-0Y U=exim P=local S=17 T=\"Mail delivery failed\"",
                ID + "Completed").read();
        assertThat(sink.evidence(SentMessage.class)).singleElement().satisfies(m -> {
            assertThat(m.subject()).contains("請求 A=plain:x \"S=9");
            assertThat(m.recipients() * 100 + m.bounced() * 10 + m.deferred()).isEqualTo(311);
            assertThat(m.messageId()).contains("<e1@x>");
            assertThat(m.time()).contains(Instant.parse("2026-11-21T18:46:27Z"));
        });
        assertThat(sink.evidence(SignIn.class)).singleElement()
                .matches(s -> s.succeeded() && s.client().get().equals("winhost"));
        assertThat(sink.evidence(NonDeliveryReport.class)).singleElement()
                .matches(r -> r.failures().get(0).status().get().equals("5.1.1"));
    }

    @Test
    void readsFailuresOfEximAuthenticatorsFromItsFileAndFromSyslog() {
        String failed =
                "dovecot_login authenticator failed for p.example ([192.0.2.7]) [203.0.113.4]:55379: 535 Incorrect"
                + " authentication data (set_id=info@corp.example)";
        var signIns = log("Jun 29 16:04:19 server exim[1234]: " + failed, "2026-06-29 16:04:20 +0200 " + failed)
                .read(SignIn.class);
        assertThat(signIns).hasSize(2).allMatch(s -> s.ip().equals(IpAddress.find("203.0.113.4"))
                && s.mailbox().get().text().equals("info@corp.example") && s.client().get().equals("[192.0.2.7]"));
    }

    @Test
    void readsSignInsToCyrus() {
        var signIns = log(CYRUS + "imap[11]: client id sessionid=<S-1>: \"name\" \"Thunderbird\" \"version\" \"115\"",
                CYRUS + "imap[11]: badlogin: host [203.0.113.5] plaintext (user001) [SASL(-13): authentication failure]",
                CYRUS + "imap[11]: login: host [203.0.113.5] user001 plaintext+TLS User logged in SESSIONID=<S-1>",
                "Nov 22 03:45:51 mail pop3[12]: login: [203.0.113.6] user002 plaintext User logged in")
                        .read(SignIn.class);
        assertThat(signIns).extracting(s -> s.mailbox().get() + " " + s.protocol() + " " + s.outcome() + " "
                + s.client().orElse("-")).containsExactlyInAnyOrder("user001 IMAP FAILURE -",
                "user001 IMAP SUCCESS Thunderbird 115", "user002 POP SUCCESS -");
    }

    @Test
    void readsWhatTheAuditLogOfCyrusSays() {
        var sink = log(CYRUS + "sieve[12]: login: host [203.0.113.5] user001 PLAIN+TLS User logged in",
                CYRUS + "sieve[12]: auditlog: append sessionid=<S> mailbox=<user.user001.#sieve> uniqueid=<u> uid=<1>",
                CYRUS + "imap[13]: auditlog: acl: sessionid=<S> mailbox=<user.user001> uniqueid=<p> mbtype=<e>"
                        + " oldacl=<user001\tlrswip\t> acl=<user001\tlrswip\tuser002@corp.example\tlrs\t> foldermodseq=<2>",
                CYRUS + "imap[13]: auditlog: acl: sessionid=<S> mailbox=<user.user001.Sent> uniqueid=<p> mbtype=<e>"
                        + " oldacl=<NONE> acl=<user001\tlrswip\tuser002@corp.example\tlrs\t> foldermodseq=<1>").read();
        assertThat(sink.evidence(SettingChange.class)).singleElement()
                .matches(c -> c.operation().equals("managesieve upload") && c.actor().ip().isPresent());
        assertThat(sink.evidence(Delegation.class)).singleElement().matches(d ->
                d.grantee().equals("user002@corp.example") && d.rights().toString().equals("[lrs]"));
    }

    @Test
    void readsCourierWithAndWithoutStamps() {
        var sink = log("INFO: LOGIN FAILED, user=info@corp.example, ip=[::ffff:203.0.113.5], port=[54050]",
                "Nov 22 03:21:40 mail pop3d: LOGIN, user=info@corp.example, ip=[::ffff:203.0.113.5], port=[5]",
                "Nov 22 03:21:41 mail pop3d: LOGOUT, user=info@corp.example, ip=[::ffff:203.0.113.5], port=[5], top=0,"
                        + " retr=9073, rcvd=12, sent=9999, time=1").read();
        assertThat(sink.evidence(SignIn.class)).extracting(SignIn::outcome)
                .containsExactly(SignIn.Outcome.FAILURE, SignIn.Outcome.SUCCESS);
        assertThat(sink.evidence(MailAccess.class)).singleElement().matches(a -> a.bytes() == 9073
                && a.type() == MailAccess.Type.POP_SESSION && a.actor().ip().equals(IpAddress.find("203.0.113.5")));
    }
}
