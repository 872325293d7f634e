package org.mimawari.announce.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.announce.AnnounceException;
import org.mimawari.announce.Stories;
import org.mimawari.announce.mail.MailSettings.Login;
import org.mimawari.announce.mail.MailSettings.Security;
import org.mimawari.announce.net.LoopbackCertificate;
import org.mimawari.announce.net.Trust;
import org.mimawari.announce.text.AnnouncementText;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.report.wording.Language;

class RelayTest {

    private static final Trust TRUSTED = LoopbackCertificate.LOOPBACK.trusted();

    @Test
    void signsInUnderStartTlsOnly() throws IOException {
        try (ScriptedRelay relay = relay(Security.STARTTLS)
                .answering("EHLO", "250-localhost\r\n250-STARTTLS\r\n250 AUTH PLAIN").started()) {
            assertThatCode(() -> send(relay, Security.STARTTLS, TRUSTED)).doesNotThrowAnyException();

            assertThat(relay.lines.indexOf("STARTTLS")).isBetween(0, relay.lines.indexOf(signIn()));
            assertThat(relay.lines).contains("MAIL FROM:<mimawari@hinode.example>", "RCPT TO:<sato@hinode.example>",
                    "RCPT TO:<soc@watch.example>", "Auto-Submitted: auto-generated");
        }
    }

    @Test
    void sendsNothingWhereStartTlsIsNotOffered() throws IOException {
        try (ScriptedRelay relay = relay(Security.NONE).started()) {
            AnnounceException refusal = refusal(relay, Security.STARTTLS, TRUSTED);

            assertThat(refusal.isRetryable()).isTrue();
            assertThat(refusal).hasMessageContaining("STARTTLS");
            assertThat(relay.lines).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
        }
    }

    @Test
    void speaksTlsFromTheBeginning() throws IOException {
        try (ScriptedRelay relay = relay(Security.TLS).started()) {
            assertThatCode(() -> send(relay, Security.TLS, TRUSTED)).doesNotThrowAnyException();

            assertThat(relay.lines).contains(signIn(), ".");
        }
    }

    @Test
    void namesARelayThatDoesNotListen() throws IOException {
        ScriptedRelay relay = relay(Security.NONE).started();
        relay.close();

        assertThat(refusal(relay, Security.NONE, Trust.PLATFORM))
                .hasMessage("unreachable: connection refused by localhost:" + relay.port());
    }

    @Test
    void sendsNothingToARelayItDoesNotTrust() throws IOException {
        for (Security security : List.of(Security.TLS, Security.STARTTLS)) {
            try (ScriptedRelay relay = relay(security).answering("EHLO", "250-localhost\r\n250 STARTTLS").started()) {
                AnnounceException refusal = refusal(relay, security, Trust.PLATFORM);

                assertThat(refusal).hasMessageContaining("unreachable: the TLS certificate of");
                assertThat(relay.lines).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
            }
        }
    }

    @Test
    void sendsNothingToARelayWhoseCertificateNamesAnotherHost() throws IOException {
        for (Security security : List.of(Security.TLS, Security.STARTTLS)) {
            try (ScriptedRelay relay = ScriptedRelay.of(security, LoopbackCertificate.OTHER)
                    .answering("EHLO", "250-localhost\r\n250 STARTTLS").started()) {
                AnnounceException refusal = refusal(relay, security, LoopbackCertificate.OTHER.trusted());

                assertThat(refusal.isRetryable()).isTrue();
                assertThat(relay.lines).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
            }
        }
    }

    @Test
    void triesAgainWhereTheRelayIsBusy() throws IOException {
        try (ScriptedRelay relay = relay(Security.NONE).answering("MAIL", "451 later").started()) {
            assertThat(refusal(relay, Security.NONE, TRUSTED).isRetryable()).isTrue();
        }
    }

    @Test
    void triesAgainAfterAWrongPasswordAsSomebodyMayCorrectIt() throws IOException {
        try (ScriptedRelay relay = relay(Security.NONE).answering("AUTH", "535 wrong").started()) {
            AnnounceException refusal = refusal(relay, Security.NONE, TRUSTED);

            assertThat(refusal.isRetryable()).isTrue();
            assertThat(refusal).hasMessageContaining("does not accept user and password")
                    .hasMessageNotContainingAny("pass-word");
        }
    }

    @Test
    void doesNotTryAgainWhatTheRelayRefusesForGood() throws IOException {
        for (String command : List.of("MAIL", "RCPT", ".")) {
            try (ScriptedRelay relay = relay(Security.NONE).answering(command, "550 no\u0007 such").started()) {
                AnnounceException refusal = refusal(relay, Security.NONE, TRUSTED);

                assertThat(refusal.isRetryable()).describedAs(command).isFalse();
                assertThat(refusal.getMessage()).doesNotContain("\u0007");
            }
        }
    }

    @Test
    void reachesWhomItCanAndSaysWhomItCouldNot() throws IOException {
        try (ScriptedRelay relay = relay(Security.NONE).answering("RCPT TO:<soc@", "550 unknown").started()) {
            AnnounceException refusal = refusal(relay, Security.NONE, TRUSTED);

            assertThat(refusal.isRetryable()).isFalse();
            assertThat(refusal).hasMessageContaining("it reached [sato@hinode.example] only");
            assertThat(relay.lines).contains(".");
        }
    }

    @Test
    void doesNotWaitForARelayThatSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            MailSettings settings = settings(silent.getLocalPort(), Security.NONE, TRUSTED, Duration.ofMillis(300));

            AnnounceException refusal = catchThrowableOfType(AnnounceException.class, () -> channel(settings)
                    .send(Stories.hostile()));

            assertThat(refusal.isRetryable()).isTrue();
            assertThat(refusal).hasMessageMatching(".*(took longer|did not answer).*");
        }
    }

    @Test
    void triesAgainWhereNobodyListens() throws IOException {
        ScriptedRelay relay = relay(Security.NONE);
        relay.close();

        assertThat(refusal(relay, Security.NONE, TRUSTED).isRetryable()).isTrue();
    }

    private static ScriptedRelay relay(Security security) {
        return ScriptedRelay.of(security, LoopbackCertificate.LOOPBACK);
    }

    private static String signIn() {
        return "AUTH PLAIN " + Base64.getEncoder()
                .encodeToString("alerts\0alerts\0pass-word".getBytes(StandardCharsets.UTF_8));
    }

    private static void send(ScriptedRelay relay, Security security, Trust trust) throws AnnounceException {
        channel(settings(relay.port(), security, trust, Duration.ofSeconds(20))).send(Stories.hostile());
    }

    private static AnnounceException refusal(ScriptedRelay relay, Security security, Trust trust) {
        return catchThrowableOfType(AnnounceException.class, () -> send(relay, security, trust));
    }

    private static MailChannel channel(MailSettings settings) {
        return new MailChannel("mail", settings, new AnnouncementText(Language.ENGLISH, ZoneOffset.UTC), address ->
                false);
    }

    private static MailSettings settings(int port, Security security, Trust trust, Duration limit) {
        return new MailSettings("localhost", port, security, Optional.of(new Login("alerts", "pass-word")),
                new MailboxAddress("mimawari@hinode.example"), List.of(new MailboxAddress("sato@hinode.example"),
                        new MailboxAddress("soc@watch.example")), trust, limit);
    }
}
