package org.mimawari.connector.export.serverlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.SignIn;

class WebmailLinesTest {

    private static final String ZIMBRA = "2026-11-20 04:00:01,123 INFO  [qtp168-5:https://mail.corp.example/AuthRequest] ";

    @TempDir
    private Path folder;

    private LogStory log(String... lines) {
        return new LogStory(folder).log(lines);
    }

    @Test
    void readsSignInsOfRoundcube() {
        LogStory story = log(
                "[20-Nov-2026 04:00:00 +0900]: <ab12> Successful login for info@corp.example (ID: 12) from 203.0.113.9 in"
                        + " session ab12",
                "[20-Nov-2026 04:01:00 +0900]: <ab13> Failed login for info@corp.example from 198.51.100.1 in session x"
                        + " from 203.0.113.10 in session ab13 (error: 0)");

        assertThat(story.recognised()).isGreaterThanOrEqualTo(90);
        assertThat(story.read(SignIn.class)).extracting(SignIn::outcome, SignIn::ip, signIn -> signIn.time().orElseThrow())
                .containsExactly(
                        tuple(SignIn.Outcome.SUCCESS, IpAddress.find("203.0.113.9"), Instant.parse("2026-11-19T19:00:00Z")),
                        tuple(SignIn.Outcome.FAILURE, IpAddress.find("203.0.113.10"), Instant.parse("2026-11-19T19:01:00Z")));
    }

    @Test
    void takesTheVisitorsAddressWhereRoundcubeStandsBehindAProxy() {
        SignIn signIn = log("[20-Nov-2026 04:00:00 +0900]: Successful login for info@corp.example (ID: 1) from"
                + " 10.0.0.4(X-Real-IP: 203.0.113.9,X-Forwarded-For: 192.0.2.1, 203.0.113.9) in session a")
                .read(SignIn.class).get(0);

        assertThat(signIn.ip()).isEqualTo(IpAddress.find("203.0.113.9"));
        assertThat(signIn.protocol()).isEqualTo(SignIn.Protocol.WEB);
        assertThat(signIn.mailbox()).hasToString("Optional[info@corp.example]");
    }

    @Test
    void readsSignInsOfSogo() {
        List<SignIn> signIns = log(
                "Nov 20 04:00:00 sogod [77]: SOGoRootPage successful login from '203.0.113.9' for user 'info@corp.example'"
                        + " - expire = -1  grace = -1",
                "Nov 20 04:00:01 sogod [77]: [ERROR] <0x0> something else",
                "Nov 20 04:00:02 sogod [77]: SOGoRootPage Login from '203.0.113.9' for user 'info@corp.example' might not"
                        + " have worked - password policy: 65535  grace: -1").read(SignIn.class);

        assertThat(signIns).extracting(SignIn::outcome).containsExactly(SignIn.Outcome.SUCCESS, SignIn.Outcome.FAILURE);
        assertThat(signIns).allMatch(each -> each.ip().equals(IpAddress.find("203.0.113.9")));
    }

    @Test
    void readsZimbrasAuditLogWithTheAddressBehindTheProxy() {
        List<SignIn> signIns = log(
                ZIMBRA + "[name=info@corp.example;oip=203.0.113.9;ip=10.0.0.2;ua=zclient/8;soapId=1;] security - cmd=Auth;"
                        + " account=info@corp.example; protocol=soap;",
                "2026-11-20 04:00:02,123 WARN  [ImapServer-7] [ip=203.0.113.10;] security - cmd=Auth;"
                        + " account=info@corp.example; protocol=imap; error=authentication failed for [info@corp.example],"
                        + " invalid password;",
                ZIMBRA + "[ip=10.0.0.2;] soap - NoOpRequest elapsed=1",
                ZIMBRA + "[name=a;ip=203.0.113.9;] security - cmd=DelegateAuth; account=b; admin=a;").read(SignIn.class);

        assertThat(signIns).extracting(SignIn::outcome, SignIn::protocol, SignIn::ip).containsExactly(
                tuple(SignIn.Outcome.SUCCESS, SignIn.Protocol.WEB, IpAddress.find("203.0.113.9")),
                tuple(SignIn.Outcome.FAILURE, SignIn.Protocol.IMAP, IpAddress.find("203.0.113.10")));
    }

    @Test
    void saysThatWebmailShowsItsOwnSignInsOnly() {
        var coverage = log("[20-Nov-2026 04:00:00 +0900]: Successful login for a@corp.example (ID: 1) from 203.0.113.9 in"
                + " session a").read().coverage();

        assertThat(coverage).filteredOn(each -> each.kind() == EvidenceKind.SIGN_IN).singleElement()
                .satisfies(each -> assertThat(each.state()).isEqualTo(Coverage.State.PARTIAL));
    }
}
