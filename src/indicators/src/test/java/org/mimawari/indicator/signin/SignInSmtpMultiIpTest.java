package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;
import static org.mimawari.indicator.SignIns.from;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.SignIn;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class SignInSmtpMultiIpTest {

    private final SignInSmtpMultiIp indicator = new SignInSmtpMultiIp();

    @Test
    void findsThreeNetworksWithinAnHour() {
        var story = mailbox("info@shop.example")
                .signsIn("2024-05-21T18:00:00Z", "203.0.113.7", "", SignIn.Protocol.SMTP)
                .signsIn("2024-05-21T18:10:00Z", "198.51.100.7", "", SignIn.Protocol.SMTP)
                .signsIn("2024-05-21T18:20:00Z", "192.0.2.77", "", SignIn.Protocol.SMTP);

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.HIGH);
    }

    @Test
    void ignoresATelephoneWithinOneCarrier() {
        var story = mailbox("info@shop.example");
        for (int i = 0; i < 30; i++) {
            from("203.0.113." + i).in("JP", 64510).over(SignIn.Protocol.SMTP)
                    .into(story, "2024-05-21T18:%02d:00Z".formatted(i));
        }

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void ignoresTheSameThreeNetworksSpreadOverADay() {
        var story = mailbox("info@shop.example")
                .signsIn("2024-05-21T01:00:00Z", "203.0.113.7", "", SignIn.Protocol.SMTP)
                .signsIn("2024-05-21T09:00:00Z", "198.51.100.7", "", SignIn.Protocol.SMTP)
                .signsIn("2024-05-21T18:00:00Z", "192.0.2.77", "", SignIn.Protocol.SMTP);

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void findsTwoCountriesWithinAnHour() {
        var story = mailbox("info@shop.example")
                .signsIn("2024-05-21T18:00:00Z", "203.0.113.7", "BR", SignIn.Protocol.SMTP)
                .signsIn("2024-05-21T19:00:00Z", "198.51.100.7", "NG", SignIn.Protocol.SMTP);

        assertThat(found(indicator, story)).hasSize(1);
    }

    @Test
    void isNotAssessedWithoutSignIns() {
        assertThat(missing(indicator, mailbox("tanaka@shop.example").without(EvidenceKind.SIGN_IN))).hasSize(1);
    }
}
