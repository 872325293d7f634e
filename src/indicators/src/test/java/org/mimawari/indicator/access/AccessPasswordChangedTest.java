package org.mimawari.indicator.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Changes;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class AccessPasswordChangedTest {

    private final AccessPasswordChanged indicator = new AccessPasswordChanged();

    @Test
    void findsAChangeAfterAStrangersSignIn() {
        var story = Changes.in(entered()).byOwner("203.0.113.7", "NG")
                .change(SettingTopic.PASSWORD_CHANGED, "2024-05-21T18:30:00Z", "changed", "tanaka@shop.example");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level)
                .isEqualTo(Level.MEDIUM);
    }

    @Test
    void takesAnAdministratorsResetForTheCure() {
        assertThat(found(indicator, Changes.in(entered()).byAdmin()
                .change(SettingTopic.PASSWORD_CHANGED, "2024-05-21T18:30:00Z", "changed", "tanaka@shop.example")))
                .isEmpty();
    }

    @Test
    void ignoresTheOwnersOrdinaryChange() {
        assertThat(found(indicator, Changes.in(owner()).byOwner("192.0.2.10", "JP")
                .change(SettingTopic.PASSWORD_CHANGED, "2024-05-21T18:30:00Z", "changed", "tanaka@shop.example")))
                .isEmpty();
    }

    @Test
    void findsThreeChangesWithinADay() {
        var story = mailbox("tanaka@shop.example");
        for (int i = 0; i < 3; i++) {
            Changes.in(story).byOwner("203.0.113.7", "")
                    .change(SettingTopic.PASSWORD_CHANGED, "2024-05-21T0" + i + ":00:00Z", "changed", "tanaka");
        }

        assertThat(found(indicator, story)).hasSize(1);
    }

    @Test
    void ignoresTwoChangesWithinADay() {
        var story = mailbox("tanaka@shop.example");
        for (int i = 0; i < 2; i++) {
            Changes.in(story).byOwner("203.0.113.7", "")
                    .change(SettingTopic.PASSWORD_CHANGED, "2024-05-21T0" + i + ":00:00Z", "changed", "tanaka");
        }

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void isNotAssessedWithoutThatEvidence() {
        assertThat(missing(indicator, mailbox("tanaka@shop.example").without(EvidenceKind.SETTING_CHANGE))).hasSize(1);
    }

    /** Twenty quiet days in the office, until 20 May. */
    private static MailboxStory owner() {
        return mailbox("tanaka@shop.example").livesQuietly("2024-05-01", 20);
    }

    /** Half an hour after a mail program signed in from a country never seen. */
    private static MailboxStory entered() {
        return owner().signsIn("2024-05-21T18:00:00Z", "203.0.113.7", "NG", SignIn.Protocol.IMAP);
    }
}
