package org.mimawari.indicator.bounce;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.outgoing.SentStory.ABROAD;
import static org.mimawari.indicator.outgoing.SentStory.OFFICE;
import static org.mimawari.indicator.outgoing.SentStory.TUESDAY;
import static org.mimawari.indicator.outgoing.SentStory.person;
import static org.mimawari.indicator.outgoing.SentStory.scope;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.OriginalMessage;
import org.mimawari.evidence.Place;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Fact;
import org.mimawari.indicator.outgoing.SentStory;

class BounceHiddenTest {

    private final BounceHidden indicator = new BounceHidden(scope());

    private static SentStory removing(int reports, long secondsAfter, String address) {
        var story = SentStory.of("taro@shop.example").lives(30, (letter, i) -> letter.ip(OFFICE));
        for (int i = 0; i < reports; i++) {
            Instant came = Instant.parse(TUESDAY).plus(ofMinutes(10L * i));
            String id = "<r" + i + "@mx.client.example>";
            story.with(told -> new NonDeliveryReport(told.at(came.toString()), List.of(), OriginalMessage.UNKNOWN,
                    Optional.empty(), Optional.of(id)));
            Actor actor = Actor.user("taro@shop.example", Actor.Role.OWNER).from(IpAddress.find(address),
                    Place.UNKNOWN);
            story.with(told -> new MailRemoval(told.at(came.plusSeconds(secondsAfter).toString()),
                    MailRemoval.Type.HARD_DELETE, Optional.of("Inbox"), Optional.empty(),
                    List.of(new MailRemoval.RemovedItem(Optional.of("Undeliverable: parcel"), Optional.of(id))), 1,
                            actor));
        }
        return story;
    }

    @Test
    void findsReportsRemovedByAStranger() {
        assertThat(removing(1, 3_600, ABROAD).findings(indicator)).singleElement().satisfies(finding ->
                assertThat(finding.reason().find("reports")).contains(new Fact.Number(1)));
    }

    @Test
    void findsReportsThatVanishAtOnceWhereNobodyIsNamed() {
        assertThat(removing(3, 60, "").findings(indicator)).hasSize(1);
    }

    @Test
    void ignoresTheOwnerWhoTidiesUp() {
        assertThat(removing(3, 60, OFFICE).findings(indicator)).isEmpty();
    }

    @Test
    void ignoresReportsRemovedLater() {
        assertThat(removing(3, 121, "").findings(indicator)).isEmpty();
        assertThat(removing(3, 120, "").findings(indicator)).hasSize(1);
    }

    @Test
    void ignoresTwoQuickHands() {
        assertThat(removing(2, 60, "").findings(indicator)).isEmpty();
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.MAIL_REMOVAL).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
