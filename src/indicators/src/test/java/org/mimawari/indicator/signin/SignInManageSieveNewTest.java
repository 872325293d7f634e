package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class SignInManageSieveNewTest {

    private final SignInManageSieveNew indicator = new SignInManageSieveNew();

    @Test
    void findsTheRuleServerOpenedFromElsewhere() {
        var story = owner().signsIn("2024-05-21T18:00:00Z", "203.0.113.7", "", SignIn.Protocol.MANAGESIEVE);

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.MEDIUM);
    }

    @Test
    void findsItAlthoughMailWasReadFromThereAMinuteBefore() {
        var story = owner().signsIn("2024-05-21T18:00:00Z", "203.0.113.7", "", SignIn.Protocol.IMAP)
                .signsIn("2024-05-21T18:01:00Z", "203.0.113.7", "", SignIn.Protocol.MANAGESIEVE);

        assertThat(found(indicator, story)).hasSize(1);
    }

    @Test
    void ignoresTheOffice() {
        var story = owner().signsIn("2024-05-21T18:00:00Z", "192.0.2.10", "", SignIn.Protocol.MANAGESIEVE);

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
