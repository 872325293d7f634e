package org.mimawari.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.indicator.Level;

class ReachGatheringTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-01T00:00:00Z"), ZoneOffset.UTC);

    private static ScanResult scan() throws Exception {
        ScriptedConnector connector = new ScriptedConnector()
                .shows(mailbox("noreply@shop.example").livesQuietly("2024-04-01", 25)
                        .sends(40, 2, "2024-04-03T02:00:00Z", Duration.ofSeconds(20))
                        .signsIn("2024-05-01T04:50:00Z", "203.0.113.7", "RO")
                        .sends(200, 50, "2024-05-01T04:58:00Z", Duration.ofSeconds(5)).evidence())
                .shows(mailbox("sato@shop.example").livesQuietly("2024-04-01", 30).evidence())
                .covers(ScanSettings.REQUIRED.toArray(EvidenceKind[]::new));
        ScanSettings settings = ScanSettings.of("test", OwnDomains.of("shop.example"), ZoneId.of("Asia/Tokyo"));
        return new Scan(settings, CLOCK, Progress.NONE, "test").run(List.of(connector));
    }

    @Test
    void namesEverybodyWhomABurstReached() throws Exception {
        ScanResult result = scan();
        assertThat(result.mailboxes().get(0).level()).isGreaterThanOrEqualTo(Level.MEDIUM);
        assertThat(result.reach()).singleElement().satisfies(reach -> {
            assertThat(reach.mailbox().text()).isEqualTo("noreply@shop.example");
            assertThat(reach.recipients().size() + reach.unnamed()).isGreaterThanOrEqualTo(10_000);
            assertThat(reach.recipients()).extracting(ReachedRecipient::first).allMatch(first ->
                    !first.isBefore(Instant.parse("2024-05-01T04:58:00Z")));
        });
    }

    @Test
    void nobodyIsToldOfTheNewsletterOfLastMonth() throws Exception {
        ScanResult result = scan();
        assertThat(result.reach().get(0).recipients()).extracting(ReachedRecipient::first)
                .allMatch(first -> first.isAfter(Instant.parse("2024-05-01T00:00:00Z")));
    }

    @Test
    void countsWhatLeftInEachFiveMinutes() throws Exception {
        assertThat(scan().reach().get(0).peak()).hasValueSatisfying(peak -> {
            assertThat(peak.messages()).isEqualTo(60);
            assertThat(peak.from()).isEqualTo("2024-05-01T05:00:00Z");
        });
    }

    @Test
    void isTheSameInEveryRun() throws Exception {
        assertThat(scan().reach()).isEqualTo(scan().reach());
    }
}
