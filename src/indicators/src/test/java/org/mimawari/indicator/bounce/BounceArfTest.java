package org.mimawari.indicator.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.outgoing.SentStory.TUESDAY;
import static org.mimawari.indicator.outgoing.SentStory.original;
import static org.mimawari.indicator.outgoing.SentStory.person;
import static org.mimawari.indicator.outgoing.SentStory.scope;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.FeedbackReport;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.outgoing.SentStory;

class BounceArfTest {

    private final BounceArf indicator = new BounceArf(scope());

    private static SentStory complained(int reports, MailboxKind kind, String type, String... signedBy) {
        var story = person(30).kind(kind);
        for (int i = 0; i < reports; i++) {
            String id = "<x" + i + "@bulk.test>";
            story.with(told -> new FeedbackReport(told.at(TUESDAY), type, Optional.empty(), Optional.of("shop.example"),
                    original(id, signedBy)));
        }
        return story;
    }

    @Test
    void findsComplaintsAboutOurMail() {
        assertThat(complained(3, MailboxKind.PERSON, "abuse", "shop.example").findings(indicator)).singleElement()
                .satisfies(finding -> assertThat(finding.level()).isEqualTo(Level.HIGH));
    }

    @Test
    void judgesOneComplaintLighter() {
        assertThat(complained(1, MailboxKind.PERSON, "abuse", "shop.example").findings(indicator).get(0).level())
                .isEqualTo(Level.MEDIUM);
    }

    @Test
    void ignoresComplaintsAboutForgedMail() {
        assertThat(complained(3, MailboxKind.PERSON, "abuse", "bulk.test").findings(indicator)).isEmpty();
    }

    @Test
    void countsLittleForANewsletter() {
        assertThat(complained(3, MailboxKind.BULK, "abuse", "shop.example").findings(indicator).get(0).points())
                .isLessThan(0.15);
    }

    @Test
    void ignoresAComplaintTakenBack() {
        assertThat(complained(3, MailboxKind.PERSON, "not-spam", "shop.example").findings(indicator)).isEmpty();
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.FEEDBACK_REPORT).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
