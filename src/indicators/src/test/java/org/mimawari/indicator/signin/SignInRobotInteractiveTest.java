package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class SignInRobotInteractiveTest {

    private final SignInRobotInteractive indicator = new SignInRobotInteractive();

    @Test
    void findsARobotThatReadsLikeAPerson() {
        var story = robot().signsIn("2024-05-21T13:58:00Z", "203.0.113.7", "", SignIn.Protocol.WEB);

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.MEDIUM);
    }

    @Test
    void needsNoHistory() {
        var story = mailbox("noreply@shop.example").kind(MailboxKind.ROBOT)
                .signsIn("2024-05-21T13:58:00Z", "203.0.113.7", "", SignIn.Protocol.IMAP);

        assertThat(found(indicator, story)).hasSize(1);
    }

    @Test
    void ignoresItsDailySending() {
        assertThat(found(indicator, robot())).isEmpty();
    }

    @Test
    void ignoresAJobThatCollectsReturnedMail() {
        var story = mailbox("noreply@shop.example").kind(MailboxKind.ROBOT);
        for (int day = 1; day <= 9; day++) {
            story.signsIn("2024-05-0" + day + "T00:00:00Z", "192.0.2.20", "", SignIn.Protocol.IMAP);
        }

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void ignoresAPerson() {
        assertThat(found(indicator, owner().signsIn("2024-05-21T13:58:00Z", "203.0.113.7", "NG"))).isEmpty();
    }

    @Test
    void isNotAssessedWithoutSignIns() {
        assertThat(missing(indicator, mailbox("tanaka@shop.example").without(EvidenceKind.SIGN_IN))).hasSize(1);
    }

    /** Twenty quiet days in the office, until 20 May. */
    private static MailboxStory owner() {
        return mailbox("tanaka@shop.example").livesQuietly("2024-05-01", 20);
    }

    private static MailboxStory robot() {
        var story = mailbox("noreply@shop.example").kind(MailboxKind.ROBOT);
        for (int day = 1; day <= 9; day++) {
            story.signsIn("2024-05-0" + day + "T00:00:00Z", "192.0.2.20", "", SignIn.Protocol.SMTP);
        }
        return story;
    }
}
