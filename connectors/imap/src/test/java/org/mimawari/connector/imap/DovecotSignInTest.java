package org.mimawari.connector.imap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.imap.protocol.Security;
import org.mimawari.connector.imap.protocol.Trust;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.SentMessage;

/** A real Dovecot that asks a server of tokens, and one that takes a client's certificate for its name. */
@Tag("heavy")
@Timeout(60)
class DovecotSignInTest {

    private static final String GOOD = "a-token.that-is~good";
    private static final String CERTIFICATE_PASSWORD = "p12-horse";

    @TempDir
    static Path byToken;
    @TempDir
    static Path byOldToken;
    @TempDir
    static Path byCertificate;
    @TempDir
    static Path byMaster;

    private static Optional<HttpServer> tokens = Optional.empty();

    @BeforeAll
    static void start() throws IOException {
        DovecotServer.assumePresent();
        DovecotServer.assumeOld();
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/introspect", DovecotSignInTest::introspect);
        http.start();
        tokens = Optional.of(http);
    }

    @AfterAll
    static void stop() {
        tokens.ifPresent(http -> http.stop(0));
    }

    private static void introspect(HttpExchange exchange) throws IOException {
        boolean good = exchange.getRequestURI().getQuery().startsWith("token=" + GOOD + "&");
        byte[] answer = (good ? "{\"active\":true,\"email\":\"" + Scans.MAILBOX + "\"}" : "{\"active\":false}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static DovecotServer asksForTokens(Path folder, String mechanism) throws IOException {
        Files.writeString(folder.resolve("oauth2.conf"), """
                introspection_url = http://127.0.0.1:%d/introspect?token=
                introspection_mode = get
                username_attribute = email
                active_attribute = active
                active_value = true
                """.formatted(tokens.orElseThrow().getAddress().getPort()));
        return started(folder, """
                auth_mechanisms = plain %2$s
                passdb {
                  driver = oauth2
                  mechanisms = %2$s
                  args = %1$s/oauth2.conf
                }
                """.formatted(folder, mechanism));
    }

    private static DovecotServer started(Path folder, String more) throws IOException {
        DovecotServer.store(folder, Scans.MAILBOX, ".Sent/cur", Map.of("1.M1.a:2,S", ScriptedServer.MESSAGE + "text\r\n"));
        Files.writeString(folder.resolve("more.conf"), more);
        return DovecotServer.start(folder, List.of(Scans.MAILBOX), "open");
    }

    private static CollectedEvidence collect(DovecotServer dovecot, SignInWay way, Trust trust) throws ConnectorException {
        return Scans.of(dovecot.imaps()).by(Security.TLS).trusting(trust).signingIn(way).collect();
    }

    private static SignInWay token(String token) {
        return new SignInWay(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(token), false);
    }

    private static void assertTokens(Path folder, String mechanism) throws IOException, ConnectorException {
        try (DovecotServer dovecot = asksForTokens(folder, mechanism)) {
            Trust trust = new Trust(Optional.of(dovecot.authority()), Optional.empty(), "");
            CollectedEvidence sink = collect(dovecot, token(GOOD), trust);
            assertThat(sink.of(SentMessage.class)).as(dovecot.log()).hasSize(1);
            CollectedEvidence refused = collect(dovecot, token("an-expired-one"), trust);
            assertThat(refused.evidence).isEmpty();
            assertThat(refused.coverage).isNotEmpty().allSatisfy(piece ->
                    assertThat(piece.reason().orElse("")).contains("refused the sign-in").doesNotContain("an-expired-one"));
            assertThat(dovecot.log()).containsIgnoringCase("method=" + mechanism);
        }
    }

    @Test
    void aTokenOpensTheMailboxByOauthbearer() throws IOException, ConnectorException {
        assertTokens(byToken, "oauthbearer");
    }

    @Test
    void aTokenOpensTheMailboxByXoauth2() throws IOException, ConnectorException {
        assertTokens(byOldToken, "xoauth2");
    }

    @Test
    void aClientsCertificateOpensTheMailbox() throws IOException, ConnectorException, InterruptedException {
        try (DovecotServer dovecot = started(byCertificate, """
                auth_mechanisms = plain external
                ssl_ca = <%s/tls/ca.pem
                ssl_require_crl = no
                ssl_verify_client_cert = yes
                ssl_cert_username_field = commonName
                auth_ssl_username_from_cert = yes
                passdb {
                  driver = static
                  mechanisms = external
                  args = nopassword
                }
                """.formatted(byCertificate))) {
            SignInWay way = new SignInWay(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true);
            Trust trust = new Trust(Optional.of(dovecot.authority()), Optional.of(certificate(byCertificate)),
                    CERTIFICATE_PASSWORD);
            CollectedEvidence sink = collect(dovecot, way, trust);
            assertThat(sink.coverage).noneMatch(Coverage::isBroken);
            assertThat(sink.of(SentMessage.class)).hasSize(1);
            assertThat(dovecot.log()).contains("method=EXTERNAL");
            Trust bare = new Trust(Optional.of(dovecot.authority()), Optional.empty(), "");
            assertThat(collect(dovecot, way, bare).evidence).isEmpty();
        }
    }

    /** docs/imap.md tells administrators to set this up so. */
    @Test
    void aMasterUserNeedNotChangeWhenTheOwnerSignedInLast() throws IOException, ConnectorException {
        Path last = Files.createDirectories(byMaster.resolve("last"));
        Files.setPosixFilePermissions(last, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.writeString(byMaster.resolve("more.conf"), """
                protocol imap {
                  mail_plugins = acl imap_acl last_login
                }
                plugin {
                  last_login_dict = file:%s/times
                  last_login_key = last-login/%%u
                }
                """.formatted(last));
        DovecotServer.store(byMaster, Scans.MAILBOX, "cur", Map.of());
        try (DovecotServer dovecot = DovecotServer.start(byMaster, List.of(Scans.MAILBOX), "open",
                "::::::userdb_last_login_dict=")) {
            Trust trust = new Trust(Optional.of(dovecot.authority()), Optional.empty(), "");
            assertThat(collect(dovecot, dovecot.master(Optional.empty()), trust).coverage).noneMatch(Coverage::isBroken);
            assertThat(last.resolve("times")).doesNotExist();
            collect(dovecot, dovecot.owner(), trust);
            assertThat(last.resolve("times")).content().contains("last-login/" + Scans.MAILBOX);
        }
    }

    private static Path certificate(Path folder) throws IOException, InterruptedException {
        String script = """
                cd "$1/tls"
                openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=$2" -keyout own.key -out own.csr
                openssl x509 -req -in own.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -out own.pem
                openssl pkcs12 -export -in own.pem -inkey own.key -passout "pass:$3" -out own.p12
                """;
        int code = new ProcessBuilder("bash", "-ec", script, "certificate", folder.toString(), Scans.MAILBOX,
                CERTIFICATE_PASSWORD).redirectErrorStream(true).redirectOutput(folder.resolve("certificate.log").toFile()).start().waitFor();
        assertThat(code).as(Files.readString(folder.resolve("certificate.log"))).isZero();
        return folder.resolve("tls/own.p12");
    }
}
