package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;
import static org.mimawari.indicator.SignIns.from;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class SignInAitmOfficehomeTest {

    private final SignInAitmOfficehome indicator = new SignInAitmOfficehome();

    @Test
    void findsThePortalFromAHostingNetwork() {
        var story = from("203.0.113.7").in("US", 9009).app("4765445b-32c6-49b0-83e6-1d93765276ca").code("0")
                .into(owner(), "2024-05-21T18:00:00Z");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.HIGH);
    }

    @Test
    void ignoresThePortalFromTheOffice() {
        var story = from("192.0.2.10").in("JP").app("4765445b-32c6-49b0-83e6-1d93765276ca")
                .into(owner(), "2024-05-21T18:00:00Z");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void ignoresARegisteredDevice() {
        var story = from("203.0.113.7").in("US", 9009).app("4765445b-32c6-49b0-83e6-1d93765276ca").device("laptop")
                .into(owner(), "2024-05-21T18:00:00Z");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void ignoresMailProtocolsAndWhatStoppedBeforeThePage() {
        var smtp = from("203.0.113.7").in("US", 9009).app("4765445b-32c6-49b0-83e6-1d93765276ca").code("0")
                .over(SignIn.Protocol.SMTP).into(owner(), "2024-05-21T18:00:00Z");
        var stopped = from("203.0.113.7").in("US", 9009).app("4765445b-32c6-49b0-83e6-1d93765276ca").code("50076")
                .ends(SignIn.Outcome.CHALLENGED).traits(SignInTrait.PASSWORD_RIGHT).into(owner(), "2024-05-21T18:00:00Z");

        assertThat(found(indicator, smtp)).isEmpty();
        assertThat(found(indicator, stopped)).isEmpty();
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
