package org.mimawari.indicator.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.outgoing.SentStory.TUESDAY;
import static org.mimawari.indicator.outgoing.SentStory.original;
import static org.mimawari.indicator.outgoing.SentStory.person;
import static org.mimawari.indicator.outgoing.SentStory.scope;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.FailedRecipient;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Fact;
import org.mimawari.indicator.outgoing.SentStory;

class BouncePolicyBlockTest {

    private final BouncePolicyBlock indicator = new BouncePolicyBlock(scope());

    private static FailedRecipient refused(String recipient, String status, String diagnostic) {
        return new FailedRecipient(Optional.of(recipient), Optional.of(status), Optional.of("failed"), Optional.empty(),
                Optional.of(diagnostic));
    }

    private static SentStory refusing(FailedRecipient... failures) {
        var story = person(30);
        for (FailedRecipient failure : failures) {
            story.bounces(TUESDAY, original("<x@bulk.test>", "shop.example"), failure);
        }
        return story;
    }

    @Test
    void findsRefusalsOfTwoOrganisations() {
        assertThat(refusing(refused("a@one.test", "5.7.1", "blocked"), refused("b@two.test", "5.0.0",
                "554 Service unavailable; client blocked using a list")).findings(indicator)).singleElement()
                .satisfies(finding -> assertThat(finding.reason().find("organisations")).contains(new Fact.Number(2)));
    }

    @Test
    void ignoresMissingRecipients() {
        assertThat(refusing(refused("a@one.test", "5.1.1", "unknown user, message blocked"),
                refused("b@two.test", "5.1.1", "unknown user")).findings(indicator)).isEmpty();
    }

    @Test
    void ignoresASingleOrganisation() {
        assertThat(refusing(refused("a@one.test", "5.7.1", "spam"), refused("b@one.test", "5.7.1", "spam"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void ignoresRefusalsOfForgedMail() {
        assertThat(person(30).bounces(TUESDAY, original("<x@bulk.test>"), refused("a@one.test", "5.7.1", "spam"))
                .bounces(TUESDAY, original("<z@bulk.test>"), refused("b@two.test", "5.7.1", "spam"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.NON_DELIVERY_REPORT).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
