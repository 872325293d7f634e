package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class SignInLegacyForeignTest {

    private final SignInLegacyForeign indicator = new SignInLegacyForeign();

    @Test
    void findsAMailProgramAbroad() {
        var story = owner().signsIn("2024-05-21T18:00:00Z", "203.0.113.7", "NG", SignIn.Protocol.SMTP);

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.HIGH);
    }

    @Test
    void findsAStrangeAddressWithoutAnyPlaces() {
        var story = mailbox("info@shop.example");
        for (int day = 1; day <= 9; day++) {
            story.signsIn("2024-05-0" + day + "T00:00:00Z", "192.0.2.10", "", SignIn.Protocol.IMAP);
        }
        story.signsIn("2024-05-10T00:00:00Z", "203.0.113.7", "", SignIn.Protocol.SMTP);

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.MEDIUM);
    }

    @Test
    void ignoresABrowserAbroad() {
        var story = owner().signsIn("2024-05-21T18:00:00Z", "203.0.113.7", "NG", SignIn.Protocol.WEB);

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void ignoresAnotherLineInTheSameCountry() {
        var story = owner().signsIn("2024-05-21T18:00:00Z", "203.0.113.7", "JP", SignIn.Protocol.IMAP);

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void makesOneFindingOfAHundredThousandSignIns() {
        var story = owner();
        Instant start = Instant.parse("2024-05-21T18:00:00Z");
        for (int i = 0; i < 100_000; i++) {
            story.signsIn(start.plusSeconds(i).toString(), "203.0.113." + i % 250, "NG", SignIn.Protocol.SMTP);
        }

        assertThat(found(indicator, story)).singleElement().satisfies(finding ->
                assertThat(finding.citation().total()).isEqualTo(100_000));
    }

    @Test
    void isNotAssessedWithoutSignIns() {
        assertThat(missing(indicator, mailbox("tanaka@shop.example").without(EvidenceKind.SIGN_IN))).hasSize(1);
    }

    /** Twenty quiet days in the office, until 20 May. */
    private static MailboxStory owner() {
        return mailbox("tanaka@shop.example").livesQuietly("2024-05-01", 20);
    }
}
