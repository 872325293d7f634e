package org.mimawari.connector.export.serverlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SignIn;

class SendmailLinesTest {

    private static final String AT = "Nov 20 04:00:08 mx sm-mta";
    private static final String AUTH = AT + "[900]: AUTH=server, relay=pool.example [203.0.113.9] (may be forged),"
            + " authid=info@corp.example, mech=LOGIN, bits=0";
    private static final String FROM = AT + "[900]: 5AK0abc123: from=<info@corp.example>, size=1234, class=0, nrcpts=2,"
            + " msgid=<s1@corp.example>, proto=ESMTPSA, daemon=MSA, relay=pool.example [203.0.113.9] (may be forged)";
    private static final String SENT = AT + "[901]: 5AK0abc123: to=<a@v.example>, ctladdr=<info@corp.example> (1/1),"
            + " delay=00:00:01, xdelay=00:00:01, mailer=esmtp, pri=31234, relay=mx.v.example. [198.51.100.3], dsn=2.0.0,"
            + " stat=Sent (OK)";
    private static final String FAILED = AT + "[901]: 5AK0abc123: to=<b@v.example>, delay=00:00:01, mailer=esmtp, pri=1,"
            + " relay=mx.v.example. [198.51.100.3], dsn=5.1.1, stat=User unknown";

    @TempDir
    private Path folder;

    private RecordingSink read(String... lines) {
        return new LogStory(folder).log(lines).read();
    }

    @Test
    void readsASubmissionWithItsDeliveries() {
        RecordingSink sink = read(AUTH, FROM, SENT, FAILED, AT + "[901]: 5AK0abc123: 5AK0def456: DSN: User unknown");

        assertThat(sink.evidence(SignIn.class)).singleElement().satisfies(signIn -> {
            assertThat(signIn.succeeded()).isTrue();
            assertThat(signIn.mailbox()).hasToString("Optional[info@corp.example]");
            assertThat(signIn.ip()).isEqualTo(IpAddress.find("203.0.113.9"));
        });
        assertThat(sink.evidence(SentMessage.class)).singleElement().satisfies(sent -> {
            assertThat(sent.recipients()).isEqualTo(2);
            assertThat(sent.bounced()).isEqualTo(1);
            assertThat(sent.messageId()).contains("<s1@corp.example>");
        });
        assertThat(sink.evidence(NonDeliveryReport.class)).singleElement()
                .satisfies(report -> assertThat(report.failures()).singleElement()
                        .satisfies(each -> assertThat(each.status()).contains("5.1.1")));
    }

    @Test
    void countsSeveralRecipientsOfOneLine() {
        RecordingSink sink = read(AUTH, FROM, SENT.replace("to=<a@v.example>", "to=<a@v.example>,<c@v.example>"));

        assertThat(sink.evidence(SentMessage.class)).singleElement()
                .satisfies(sent -> assertThat(sent.to()).containsExactly("a@v.example", "c@v.example"));
    }

    @Test
    void givesMailThatCameInFromOutsideToNobody() {
        RecordingSink sink = read(FROM.replace("900", "905"), SENT);

        assertThat(sink.evidence(SentMessage.class)).isEmpty();
    }

    @Test
    void readsFailedAuthentications() {
        RecordingSink sink = read(AT + "[9]: 5AK0abc124: AUTH failure (LOGIN): authentication failure (-13) SASL(-13):"
                + " authentication failure: checkpass failed, user=info@corp.example, relay=[203.0.113.9]");

        assertThat(sink.evidence(SignIn.class)).singleElement().satisfies(signIn -> {
            assertThat(signIn.succeeded()).isFalse();
            assertThat(signIn.ip()).isEqualTo(IpAddress.find("203.0.113.9"));
        });
    }
}
