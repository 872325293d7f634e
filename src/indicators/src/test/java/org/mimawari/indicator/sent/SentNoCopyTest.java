package org.mimawari.indicator.sent;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.outgoing.SentStory.TUESDAY;
import static org.mimawari.indicator.outgoing.SentStory.person;
import static org.mimawari.indicator.outgoing.SentStory.scope;
import static org.mimawari.indicator.outgoing.SentStory.stranger;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Fact;
import org.mimawari.indicator.outgoing.SentStory;

class SentNoCopyTest {

    private final SentNoCopy indicator = new SentNoCopy(scope());

    private static SentStory copied() {
        var story = person(30);
        return story.send(20, "2026-06-01T01:00:00Z", ofMinutes(5), (letter, i) ->
                letter.id("<c" + i + "@shop.example>"))
                .send(20, "2026-06-01T01:00:02Z", ofMinutes(5), (letter, i) -> letter.id("<c" + i + "@shop.example>")
                        .log());
    }

    @Test
    void findsMailThatOnlyTheServerSaw() {
        var story = copied().send(10, TUESDAY, ofMinutes(3), (letter, i) -> letter.to(stranger(i)).log())
                .receives("2026-06-02T09:00:00Z", "partner1@client.example", "Hello");

        assertThat(story.findings(indicator)).singleElement().satisfies(finding ->
                assertThat(finding.reason().find("missing")).contains(new Fact.Number(10)));
    }

    @Test
    void ignoresAMailboxThatNeverKeepsCopies() {
        assertThat(SentStory.of("noreply@shop.example").send(50, TUESDAY, ofMinutes(3), (letter, i) -> letter.log())
                .findings(indicator)).isEmpty();
    }

    @Test
    void ignoresMailAfterTheFolderWasRead() {
        assertThat(copied().send(10, TUESDAY, ofMinutes(3), (letter, i) -> letter.log()).findings(indicator)).isEmpty();
    }

    @Test
    void ignoresTwoMissingCopies() {
        var story = copied().send(2, TUESDAY, ofMinutes(3), (letter, i) -> letter.log())
                .receives("2026-06-02T09:00:00Z", "partner1@client.example", "Hello");
        assertThat(story.findings(indicator)).isEmpty();
    }

    @Test
    void findsNothingWhereOnlyTheSentFolderIsThere() {
        assertThat(person(30).floods(50, TUESDAY, ofMinutes(3)).findings(indicator)).isEmpty();
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.SENT_MESSAGE).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
