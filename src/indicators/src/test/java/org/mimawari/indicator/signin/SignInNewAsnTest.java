package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;
import static org.mimawari.indicator.SignIns.from;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.TenantHabits;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class SignInNewAsnTest {

    private final SignInNewAsn indicator = new SignInNewAsn();

    @Test
    void findsANetworkNeverUsedBefore() {
        var story = from("203.0.113.7").in("JP", 64999).into(owner(), "2024-05-12T00:00:00Z");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.LOW);
    }

    @Test
    void acceptsANetworkTheOrganisationUses() {
        var story = from("203.0.113.7").in("JP", 64999).into(owner(), "2024-05-12T00:00:00Z")
                .tenant(new TenantHabits(Set.of("JP"), Set.of(), 9, Set.of(64999L), Set.of()));

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void acceptsAnotherAddressOfTheSameNetwork() {
        var story = from("203.0.113.7").in("JP", 64500).into(owner(), "2024-05-12T00:00:00Z");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void isNotAssessedWithoutSignIns() {
        assertThat(missing(indicator, mailbox("tanaka@shop.example").without(EvidenceKind.SIGN_IN))).hasSize(1);
    }

    /** Ten days on the office line, AS64500. */
    private static MailboxStory owner() {
        var story = mailbox("tanaka@shop.example");
        for (int day = 1; day <= 10; day++) {
            from("192.0.2.10").in("JP", 64500).into(story, "2024-05-%02dT00:00:00Z".formatted(day));
        }
        return story;
    }
}
