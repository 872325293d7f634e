package org.mimawari.indicator.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Changes;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class AccessFolderEveryoneTest {

    private final AccessFolderEveryone indicator = new AccessFolderEveryone();

    @Test
    void findsAnOpenInbox() {
        assertThat(found(indicator, Changes.in(owner()).byAdmin()
                .delegates(Change.ADDED, "Default", "Inbox", "Reviewer"))).singleElement().extracting(Finding::level)
                .isEqualTo(Level.HIGH);
    }

    @Test
    void ignoresACalendar() {
        assertThat(found(indicator, Changes.in(owner()).delegates(Change.ADDED, "Default", "Calendar", "Reviewer")))
                .isEmpty();
    }

    @Test
    void ignoresARightToSeeNothing() {
        assertThat(found(indicator, Changes.in(owner()).delegates(Change.ADDED, "Anonymous", "Inbox", "None")))
                .isEmpty();
    }

    @Test
    void ignoresAPerson() {
        assertThat(found(indicator, Changes.in(owner())
                .delegates(Change.ADDED, "sato@shop.example", "Inbox", "Reviewer"))).isEmpty();
    }

    @Test
    void isNotAssessedWithoutThatEvidence() {
        assertThat(missing(indicator, mailbox("tanaka@shop.example").without(EvidenceKind.DELEGATION))).hasSize(1);
    }

    /** Twenty quiet days in the office, until 20 May. */
    private static MailboxStory owner() {
        return mailbox("tanaka@shop.example").livesQuietly("2024-05-01", 20);
    }
}
