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
import org.mimawari.indicator.Multiplier;

class AccessRecoveryChangedTest {

    private final AccessRecoveryChanged indicator = new AccessRecoveryChanged();

    @Test
    void showsAnOrdinaryChange() {
        var story = Changes.in(owner()).byAdmin()
                .change(SettingTopic.RECOVERY_CHANGED, "2024-05-21T18:30:00Z", "changed", "tanaka@shop.example");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level)
                .isEqualTo(Level.MEDIUM);
    }

    @Test
    void isGraverAfterAStrangersSignIn() {
        var story = Changes.in(entered()).byOwner("203.0.113.7", "NG")
                .change(SettingTopic.RECOVERY_CHANGED, "2024-05-21T18:30:00Z", "changed", "tanaka@shop.example");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level)
                .isEqualTo(Level.HIGH);
    }

    @Test
    void countsTheOwnersUsualPlaceLess() {
        var story = Changes.in(owner()).byOwner("192.0.2.10", "JP")
                .change(SettingTopic.RECOVERY_CHANGED, "2024-05-21T18:30:00Z", "changed", "tanaka@shop.example");

        assertThat(found(indicator, story)).singleElement().satisfies(finding ->
                assertThat(finding.multipliers()).anyMatch(Multiplier::isHabitual));
    }

    @Test
    void ignoresAChangeThatFailed() {
        assertThat(found(indicator, Changes.in(owner())
                .failedChange(SettingTopic.RECOVERY_CHANGED, "2024-05-21T18:30:00Z"))).isEmpty();
    }

    @Test
    void ignoresOtherChanges() {
        assertThat(found(indicator, Changes.in(owner()).byOwner("192.0.2.10", "JP")
                .change(SettingTopic.JUNK_SETTINGS, "2024-05-21T18:30:00Z", "changed", "tanaka@shop.example")))
                .isEmpty();
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
