package org.mimawari.indicator.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;
import static org.mimawari.indicator.SignIns.from;

import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Changes;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Policy;

class AccessOauthKnownAbusedTest {

    private final AccessOauthKnownAbused indicator =
            new AccessOauthKnownAbused(Policy.forDomains(OwnDomains.of("shop.example")));

    @Test
    void findsAGrantById() {
        assertThat(found(indicator, Changes.in(owner()).byOwner("192.0.2.10", "JP")
                .grants("2024-05-21T18:00:00Z", "FF8D92DC-3D82-41D6-BCBD-B9174D163620", "Anything", "Mail.Read")))
                .singleElement().extracting(Finding::level)
                .isEqualTo(Level.HIGH);
    }

    @Test
    void findsASignInOfTheApplication() {
        var story = from("203.0.113.7").app("2ef68ccc-8a4d-42ff-ae88-2d7bb89ad139")
                .into(owner(), "2024-05-21T18:00:00Z");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level)
                .isEqualTo(Level.HIGH);
    }

    @Test
    void countsAnApprovedApplicationNothing() {
        var approving = new AccessOauthKnownAbused(new Policy(OwnDomains.of("shop.example"), ZoneId.of("Asia/Tokyo"),
                Set.of(),
                Set.of("ff8d92dc-3d82-41d6-bcbd-b9174d163620"), Set.of()));
        var story = Changes.in(owner())
                .grants("2024-05-21T18:00:00Z", "ff8d92dc-3d82-41d6-bcbd-b9174d163620", "PerfectData");

        assertThat(found(approving, story)).singleElement().satisfies(finding -> assertThat(finding.points()).isZero());
    }

    @Test
    void ignoresOtherApplications() {
        assertThat(found(indicator, Changes.in(owner())
                .grants("2024-05-21T18:00:00Z", "11111111-0000-0000-0000-000000000000", "Planner"))).isEmpty();
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
