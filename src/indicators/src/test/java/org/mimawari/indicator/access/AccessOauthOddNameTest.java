package org.mimawari.indicator.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Changes;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Policy;

class AccessOauthOddNameTest {

    private final AccessOauthOddName indicator =
            new AccessOauthOddName(Policy.forDomains(OwnDomains.of("shop.example")));

    @Test
    void findsANameOfMarks() {
        assertThat(found(indicator, Changes.in(owner()).grants("2024-05-21T18:00:00Z", "app", "・…。", "User.Read")))
                .singleElement().extracting(Finding::level)
                .isEqualTo(Level.HIGH);
    }

    @Test
    void findsTheMailboxesOwnName() {
        assertThat(found(indicator, Changes.in(owner())
                .grants("2024-05-21T18:00:00Z", "app", "Tanaka@shop.example", "User.Read"))).singleElement()
                .extracting(Finding::level)
                .isEqualTo(Level.HIGH);
    }

    @Test
    void countsATestNameLess() {
        assertThat(found(indicator, Changes.in(owner())
                .grants("2024-05-21T18:00:00Z", "app", "Test App", "User.Read"))).singleElement()
                .extracting(Finding::level)
                .isEqualTo(Level.MEDIUM);
    }

    @Test
    void acceptsAJapaneseName() {
        assertThat(found(indicator, Changes.in(owner()).grants("2024-05-21T18:00:00Z", "app", "経費精算", "User.Read")))
                .isEmpty();
    }

    @Test
    void findsInvisibleCharacters() {
        assertThat(found(indicator, Changes.in(owner())
                .grants("2024-05-21T18:00:00Z", "app", "\u200b\u200b", "User.Read"))).singleElement()
                .extracting(Finding::level)
                .isEqualTo(Level.HIGH);
    }

    @Test
    void isNotAssessedWithoutThatEvidence() {
        assertThat(missing(indicator, mailbox("tanaka@shop.example").without(EvidenceKind.CONNECTED_APP))).hasSize(1);
    }

    /** Twenty quiet days in the office, until 20 May. */
    private static MailboxStory owner() {
        return mailbox("tanaka@shop.example").livesQuietly("2024-05-01", 20);
    }
}
