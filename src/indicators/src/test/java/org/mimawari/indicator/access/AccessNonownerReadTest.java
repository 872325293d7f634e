package org.mimawari.indicator.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Changes;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class AccessNonownerReadTest {

    private final AccessNonownerRead indicator = new AccessNonownerRead();

    @Test
    void findsAReaderWithoutAHistory() {
        assertThat(found(indicator, Changes.in(owner()).byAdmin()
                .reads(MailAccess.Type.BIND, "2024-05-21T18:00:00Z", Optional.empty()))).singleElement()
                .extracting(Finding::level)
                .isEqualTo(Level.MEDIUM);
    }

    @Test
    void ignoresTheOwner() {
        assertThat(found(indicator, Changes.in(owner()).byOwner("192.0.2.10", "JP")
                .reads(MailAccess.Type.BIND, "2024-05-21T18:00:00Z", Optional.empty()))).isEmpty();
    }

    @Test
    void countsAnEntitledReaderLittle() {
        var story = Changes.in(owner()).byAdmin().delegates(Change.PRESENT, "admin@shop.example", "", "FullAccess");
        Changes.in(story).byAdmin().reads(MailAccess.Type.BIND, "2024-05-21T18:00:00Z", Optional.empty());

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level)
                .isEqualTo(Level.LOW);
    }

    @Test
    void ignoresADelegateOfManyDays() {
        var story = owner();
        for (int day = 1; day <= 9; day++) {
            Changes.in(story).byAdmin().reads(MailAccess.Type.BIND, "2024-05-0" + day + "T03:00:00Z", Optional.empty());
        }

        assertThat(found(indicator, story)).noneMatch(finding ->
                finding.when().to().orElseThrow().isAfter(Instant.parse("2024-05-04T00:00:00Z")));
    }

    @Test
    void isNotAssessedWithoutThatEvidence() {
        assertThat(missing(indicator, mailbox("tanaka@shop.example").without(EvidenceKind.MAIL_ACCESS))).hasSize(1);
    }

    /** Twenty quiet days in the office, until 20 May. */
    private static MailboxStory owner() {
        return mailbox("tanaka@shop.example").livesQuietly("2024-05-01", 20);
    }
}
