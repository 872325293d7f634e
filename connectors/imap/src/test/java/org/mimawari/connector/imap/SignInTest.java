package org.mimawari.connector.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mimawari.connector.ConnectorException;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.SentMessage;

@Timeout(20)
class SignInTest {

    private final ScriptedServer server = ScriptedServer.honest();

    @AfterEach
    void stop() {
        server.close();
    }

    private CollectedEvidence collect(SignInWay way) throws ConnectorException {
        return Scans.of(server.start().port()).signingIn(way).collect();
    }

    private static SignInWay password(String user, Optional<String> separator) {
        return new SignInWay(Optional.of(user), separator, Optional.of(Scans.PASSWORD), Optional.empty(), false);
    }

    private static SignInWay token(String token) {
        return new SignInWay(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(token), false);
    }

    private String sent(String words) {
        String line = server.said().stream().filter(each -> each.contains(words)).findFirst().orElseThrow();
        String encoded = line.substring(line.lastIndexOf(' ') + 1);
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }

    @Test
    void aMasterUserNamesTheMailboxAsAuthorisationIdentity() throws ConnectorException {
        assertThat(collect(password("scan-admin", Optional.empty())).of(SentMessage.class)).isNotEmpty();
        assertThat(sent("AUTHENTICATE PLAIN")).isEqualTo(Scans.MAILBOX + "\0scan-admin\0" + Scans.PASSWORD);
    }

    @Test
    void aMasterUserMayBeWrittenBehindTheMailbox() throws ConnectorException {
        assertThat(collect(password("scan-admin", Optional.of("*"))).of(SentMessage.class)).isNotEmpty();
        assertThat(sent("AUTHENTICATE PLAIN")).isEqualTo("\0" + Scans.MAILBOX + "*scan-admin\0" + Scans.PASSWORD);
    }

    @Test
    void aMasterUserSignsInByNoCommandThatWouldOpenHisOwnMailbox() throws ConnectorException {
        server.answer("CAPABILITY", "* CAPABILITY IMAP4rev1\r\n");
        CollectedEvidence sink = collect(password("scan-admin", Optional.empty()));
        assertThat(sink.coverage).isNotEmpty().allMatch(Coverage::isBroken);
        assertThat(server.said()).noneMatch(line -> line.contains(Scans.PASSWORD));
    }

    @Test
    void withoutAnInitialResponseTheServerIsWaitedFor() throws ConnectorException {
        server.answer("CAPABILITY", "* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n").on("AUTHENTICATE", (peer, tag, arguments) -> {
            peer.write("+ \r\n");
            peer.reply();
            peer.write(tag + " OK in\r\n");
        });
        assertThat(collect(password("scan-admin", Optional.empty())).of(SentMessage.class)).isNotEmpty();
        assertThat(sent("> ")).startsWith(Scans.MAILBOX + "\0scan-admin\0");
    }

    @Test
    void anOddPasswordTravelsAsALiteral() throws ConnectorException {
        server.answer("CAPABILITY", "* CAPABILITY IMAP4rev1\r\n").on("LOGIN", (peer, tag, arguments) -> {
            peer.write("+ go\r\n");
            peer.reply();
            peer.write(tag + " OK in\r\n");
        });
        SignInWay way = new SignInWay(Optional.empty(), Optional.empty(), Optional.of("pässword"), Optional.empty(), false);
        assertThat(collect(way).of(SentMessage.class)).isNotEmpty();
        assertThat(server.said()).anyMatch(line -> line.endsWith("LOGIN \"info@shop.example\" {9}"));
    }

    @Test
    void aTokenGoesByTheStandardMechanismWhereItIsOffered() throws ConnectorException {
        server.answer("CAPABILITY", "* CAPABILITY IMAP4rev1 SASL-IR AUTH=OAUTHBEARER AUTH=XOAUTH2\r\n");
        assertThat(collect(token("abc")).of(SentMessage.class)).isNotEmpty();
        assertThat(sent("AUTHENTICATE OAUTHBEARER")).startsWith("n,a=info@shop.example,\1host=127.0.0.1\1port=")
                .endsWith("\1auth=Bearer abc\1\1");
    }

    @Test
    void aRefusedTokenIsAnsweredOnceAndGivenUp() throws ConnectorException {
        server.answer("CAPABILITY", "* CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2\r\n").on("AUTHENTICATE", (peer, tag, rest) -> {
            peer.write("+ eyJzdGF0dXMiOiI0MDAifQ==\r\n");
            peer.reply();
            peer.write(tag + " NO [AUTHENTICATIONFAILED] expired\r\n");
        });
        CollectedEvidence sink = collect(token("abc"));
        assertThat(sent("AUTHENTICATE XOAUTH2")).isEqualTo("user=info@shop.example\1auth=Bearer abc\1\1");
        assertThat(sink.coverage).isNotEmpty().allMatch(Coverage::isBroken);
        assertThat(server.said()).contains("> ");
    }

    @Test
    void aWrongPasswordIsTriedOnceOnly() throws ConnectorException {
        server.refuse("AUTHENTICATE", "[AUTHENTICATIONFAILED] no");
        CollectedEvidence sink = Scans.of(server.start().port()).collect();
        assertThat(server.count("AUTHENTICATE") + server.count(" LOGIN ")).isEqualTo(1);
        assertThat(sink.coverage).isNotEmpty().allMatch(Coverage::isBroken)
                .allSatisfy(piece -> assertThat(piece.reason().orElse("")).contains("refused the sign-in"));
    }

    @Test
    void aServerWithTooManyConnectionsIsAskedAgainLater() throws ConnectorException {
        AtomicInteger tries = new AtomicInteger();
        server.on("AUTHENTICATE", (peer, tag, arguments) -> peer.write(tag + (tries.incrementAndGet() < 3
                ? " NO [LIMIT] Maximum number of connections from user+IP exceeded\r\n" : " OK in\r\n")));
        assertThat(Scans.of(server.start().port()).collect().of(SentMessage.class)).hasSize(1);
        assertThat(tries).hasValue(3);
    }

    @Test
    void aServerThatStaysBusyIsNamedAtLast() throws ConnectorException {
        server.refuse("AUTHENTICATE", "[UNAVAILABLE] later");
        CollectedEvidence sink = Scans.of(server.start().port()).collect();
        assertThat(server.count("AUTHENTICATE")).isEqualTo(3);
        assertThat(sink.coverage).isNotEmpty().allSatisfy(
                piece -> assertThat(piece.reason().orElse("")).contains("takes no sign-in now: [UNAVAILABLE] later"));
    }
}
