package org.mimawari.announce.syslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.mimawari.announce.AnnounceException;
import org.mimawari.announce.Announcement;
import org.mimawari.announce.Stories;
import org.mimawari.announce.net.LoopbackCertificate;
import org.mimawari.announce.net.Trust;
import org.mimawari.announce.text.AnnouncementText;
import org.mimawari.report.wording.Language;

class SyslogChannelTest {

    @Test
    void sendsOneMessageForEveryChange() throws Exception {
        try (SyslogReceiver receiver = SyslogReceiver.plain()) {
            channel(receiver.port(), false, Trust.PLATFORM).send(Stories.many(1_000));

            assertThat(receiver.messages()).hasSize(1_000).allSatisfy(message -> assertThat(message).contains("]"));
        }
    }

    @Test
    void sendsHostileTextOverTlsInOneFrame() throws Exception {
        try (SyslogReceiver receiver = SyslogReceiver.reading(LoopbackCertificate.LOOPBACK.server()
                .getServerSocketFactory())) {
            channel(receiver.port(), true, LoopbackCertificate.LOOPBACK.trusted()).send(Stories.hostile());

            assertThat(receiver.messages()).singleElement().asString().contains("⏎Bcc: victim@evil.example")
                    .doesNotContain("\n");
        }
    }

    @Test
    void saysNothingToAReceiverItDoesNotTrust() throws IOException {
        try (SyslogReceiver receiver = SyslogReceiver.reading(LoopbackCertificate.LOOPBACK.server()
                .getServerSocketFactory())) {
            AnnounceException refusal = refusal(channel(receiver.port(), true, Trust.PLATFORM), Stories.hostile());

            assertThat(refusal).hasMessageContaining("unreachable: the TLS certificate of");
            assertThat(refusal.isRetryable()).isTrue();
        }
    }

    @Test
    void saysNothingToAReceiverWithAnotherName() throws IOException {
        try (SyslogReceiver receiver = SyslogReceiver.reading(LoopbackCertificate.OTHER.server()
                .getServerSocketFactory())) {
            assertThat(refusal(channel(receiver.port(), true, LoopbackCertificate.OTHER.trusted()), Stories.hostile()))
                    .hasMessageContaining("unreachable: the TLS certificate of");
        }
    }

    @Test
    void namesAReceiverThatDoesNotListen() throws IOException {
        SyslogReceiver receiver = SyslogReceiver.resetting();
        receiver.close();

        assertThat(refusal(channel(receiver.port(), false, Trust.PLATFORM), Stories.hostile()).getMessage())
                .matches("unreachable: connection refused by [a-z0-9.]+:" + receiver.port());
    }

    @Test
    void aConnectionThatBreaksIsNoDelivery() throws IOException {
        try (SyslogReceiver receiver = SyslogReceiver.resetting()) {
            assertThat(refusal(channel(receiver.port(), false, Trust.PLATFORM), Stories.hostile()).isRetryable())
                    .isTrue();
        }
    }

    @Test
    void aReceiverThatHangsUpHasTakenNothing() throws IOException {
        try (SyslogReceiver receiver = SyslogReceiver.hangingUp()) {
            assertThat(refusal(channel(receiver.port(), false, Trust.PLATFORM), Stories.hostile()))
                    .hasMessageContaining("it closed the connection before everything was said");
        }
    }

    @Test
    void doesNotWaitForAReceiverThatDoesNotShakeHands() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            SyslogChannel channel = channel(settings(silent.getLocalPort(), true, Trust.PLATFORM,
                    Duration.ofMillis(300)));

            assertThat(refusal(channel, Stories.hostile())).hasMessageContaining("did not take the messages");
        }
    }

    @Test
    void triesAgainWhereNobodyListens() throws IOException {
        SyslogReceiver receiver = SyslogReceiver.plain();
        receiver.close();

        assertThat(refusal(channel(receiver.port(), false, Trust.PLATFORM), Stories.hostile()).isRetryable()).isTrue();
    }

    private static SyslogChannel channel(int port, boolean encrypted, Trust trust) {
        return channel(settings(port, encrypted, trust, Duration.ofSeconds(20)));
    }

    private static SyslogChannel channel(SyslogSettings settings) {
        return new SyslogChannel("syslog", settings, new AnnouncementText(Language.ENGLISH, ZoneOffset.UTC));
    }

    private static SyslogSettings settings(int port, boolean encrypted, Trust trust, Duration limit) {
        return new SyslogSettings("localhost", port, encrypted, 10, "-", 32473, trust, limit);
    }

    private static AnnounceException refusal(SyslogChannel channel, Announcement announcement) {
        return catchThrowableOfType(AnnounceException.class, () -> channel.send(announcement));
    }
}
