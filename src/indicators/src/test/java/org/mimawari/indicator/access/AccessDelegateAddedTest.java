package org.mimawari.indicator.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Changes;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Policy;

class AccessDelegateAddedTest {

    private final AccessDelegateAdded indicator =
            new AccessDelegateAdded(Policy.forDomains(OwnDomains.of("shop.example")));

    @Test
    void showsAnAdministratorsGrantAsLow() {
        assertThat(found(indicator, Changes.in(owner()).byAdmin()
                .delegates(Change.ADDED, "sato@shop.example", "", "FullAccess"))).singleElement()
                .extracting(Finding::level)
                .isEqualTo(Level.LOW);
    }

    @Test
    void isGraveForAForeignGrantee() {
        assertThat(found(indicator, Changes.in(owner()).byAdmin()
                .delegates(Change.ADDED, "mallory@evil.example", "", "FullAccess"))).singleElement()
                .extracting(Finding::level)
                .isEqualTo(Level.HIGH);
    }

    @Test
    void isGraveAfterAStrangersSignIn() {
        assertThat(found(indicator, Changes.in(entered()).byOwner("203.0.113.7", "NG")
                .delegates(Change.ADDED, "sato@shop.example", "", "FullAccess"))).singleElement()
                .extracting(Finding::level)
                .isEqualTo(Level.HIGH);
    }

    @Test
    void ignoresACalendar() {
        assertThat(found(indicator, Changes.in(owner())
                .delegates(Change.ADDED, "sato@shop.example", "予定表", "Editor"))).isEmpty();
    }

    @Test
    void ignoresTheSystem() {
        assertThat(found(indicator, Changes.in(owner())
                .delegates(Change.ADDED, "NT AUTHORITY\\SELF", "", "FullAccess"))).isEmpty();
    }

    @Test
    void ignoresOwnAccountsAtTheFirstLook() {
        assertThat(found(indicator, Changes.in(owner())
                .delegates(Change.PRESENT, "sato@shop.example", "", "FullAccess"))).isEmpty();
    }

    @Test
    void isNotAssessedWithoutThatEvidence() {
        assertThat(missing(indicator, mailbox("tanaka@shop.example").without(EvidenceKind.DELEGATION))).hasSize(1);
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
