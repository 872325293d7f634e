package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;
import static org.mimawari.indicator.SignIns.from;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.SignInTrait;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class SignInCaBypassTest {

    private final SignInCaBypass indicator = new SignInCaBypass();

    @Test
    void findsTheEnrolmentPortalFromElsewhere() {
        var story = from("203.0.113.7").app("9ba1a5c7-f17a-4de9-a1f1-6178c8d51223")
                .into(owner(), "2024-05-21T18:00:00Z");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.HIGH);
    }

    @Test
    void ignoresAManagedDevice() {
        var story = from("203.0.113.7").app("9ba1a5c7-f17a-4de9-a1f1-6178c8d51223").traits(SignInTrait.MANAGED_DEVICE)
                .into(owner(), "2024-05-21T18:00:00Z");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void ignoresTheOffice() {
        var story = from("192.0.2.10").app("9ba1a5c7-f17a-4de9-a1f1-6178c8d51223")
                .into(owner(), "2024-05-21T18:00:00Z");

        assertThat(found(indicator, story)).isEmpty();
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
