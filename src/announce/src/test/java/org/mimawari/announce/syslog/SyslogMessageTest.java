package org.mimawari.announce.syslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mimawari.announce.Announcement;
import org.mimawari.announce.Stories;
import org.mimawari.announce.net.Trust;
import org.mimawari.announce.text.AnnouncementText;
import org.mimawari.incident.IncidentStatus;
import org.mimawari.incident.KnownIncident;
import org.mimawari.indicator.Level;
import org.mimawari.report.wording.Language;

class SyslogMessageTest {

    private static final SyslogSettings SETTINGS = new SyslogSettings("localhost", 601, false, 10,
            "scan.hinode.example",
            32473, Trust.PLATFORM, Duration.ofSeconds(20));

    @Test
    void hasTheFormOfTheStandard() {
        assertThat(lines(Stories.of(Stories.taken("suzuki@hinode.example")))).containsExactly(
                "<82>1 2024-05-01T03:00:00.000Z scan.hinode.example mimawari - incident [mimawari@32473 announcement=\"A-1\""
                        + " tenant=\"hinode\" incident=\"I-suzuki@hinode.example\" mailbox=\"suzuki@hinode.example\" status=\"new\""
                        + " level=\"critical\" score=\"92.5\" firstAct=\"2024-05-01T01:00:00Z\" lastAct=\"2024-05-01T02:00:00Z\""
                        + " indicators=\"fwd-external-rule rules-hide-keyword\"] \uFEFFNew · Critical (92.5) · suzuki@hinode.example:"
                        + " A rule forwards invoices to evil@attacker.example.");
    }

    @Test
    void countsOctetsNotCharacters() {
        byte[] framed = new SyslogMessage(5, Stories.NOON, "incident", Map.of("tenant", "日の出"), "転送").framed(SETTINGS);

        String text = new String(framed, StandardCharsets.UTF_8);
        String length = text.substring(0, text.indexOf(' '));
        assertThat(framed).hasSize(Integer.parseInt(length) + length.length() + 1);
    }

    @Test
    void hostileValuesCannotEndTheirData() {
        byte[] bytes = new SyslogMessage(5, Stories.NOON, "incident", Map.of("mailbox", "a\"] [b\\@\n<0>1 x"), "m")
                .bytes(SETTINGS);

        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .contains("[mimawari@32473 mailbox=\"a\\\"\\] [b\\\\@⏎<0>1 x\"] ")
                .doesNotContain("\n");
    }

    @Test
    void severityFollowsTheLevel() {
        assertThat(lines(Stories.of(of(IncidentStatus.NEW, Level.CRITICAL), of(IncidentStatus.NEW, Level.HIGH),
                of(IncidentStatus.ESCALATED, Level.MEDIUM), of(IncidentStatus.NEW, Level.LOW),
                        of(IncidentStatus.NEW, Level.INFO),
                of(IncidentStatus.RESOLVED, Level.CRITICAL)))).extracting(line -> line.substring(0, 4))
                .containsExactly("<82>", "<83>", "<84>", "<85>", "<86>", "<85>");
    }

    @Test
    void aFailureOfTheRoundIsAMessageToo() {
        Announcement failed = new Announcement("A-2", "hinode", Stories.NOON, List.of(), List.of(Stories.HOSTILE));

        assertThat(lines(failed)).singleElement().asString().startsWith("<83>1 ").contains(" failure [")
                .doesNotContain("\r", "\n", "\u001B");
    }

    @Test
    void noMessageIsLongerThanReceiversTake() {
        KnownIncident long1 = Stories.incident("a".repeat(320), IncidentStatus.NEW, Level.HIGH, "転".repeat(5_000));
        Announcement announcement = new Announcement("転".repeat(500), "転".repeat(500), Stories.NOON, List.of(long1),
                List.of());

        assertThat(channel().messages(announcement))
                .allSatisfy(message -> assertThat(message.bytes(SETTINGS).length).isLessThan(8_192));
    }

    @Test
    void sendsInClearToThisMachineOnly() {
        assertThatThrownBy(() -> new SyslogSettings("log.hinode.example", 601, false, 10, "-", 32473, Trust.PLATFORM,
                Duration.ofSeconds(1))).isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("without TLS");
    }

    private static KnownIncident of(IncidentStatus status, Level level) {
        return Stories.incident("a@hinode.example", status, level);
    }

    private static SyslogChannel channel() {
        return new SyslogChannel("syslog", SETTINGS, new AnnouncementText(Language.ENGLISH, ZoneOffset.UTC));
    }

    private static List<String> lines(Announcement announcement) {
        return channel().messages(announcement).stream()
                .map(message -> new String(message.bytes(SETTINGS), StandardCharsets.UTF_8)).toList();
    }
}
