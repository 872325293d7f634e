package org.mimawari.indicator.bounce;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mimawari.indicator.outgoing.SentStory.OFFICE;
import static org.mimawari.indicator.outgoing.SentStory.TUESDAY;
import static org.mimawari.indicator.outgoing.SentStory.original;
import static org.mimawari.indicator.outgoing.SentStory.person;
import static org.mimawari.indicator.outgoing.SentStory.scope;
import static org.mimawari.indicator.outgoing.SentStory.stranger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.FailedRecipient;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.OriginalMessage;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Fact;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.outgoing.SentStory;

class BounceUnknownOriginalOursTest {

    private final BounceUnknownOriginalOurs indicator = new BounceUnknownOriginalOurs(scope());

    private static SentStory returned(int recipients, String... signedBy) {
        var story = person(30);
        for (int i = 0; i < recipients; i++) {
            story.bounces("2026-06-02T01:0" + i + ":00Z", stranger(i), original("<x" + i + "@bulk.test>", signedBy));
        }
        return story;
    }

    @Test
    void findsReturnedMailWithOurSignatureThatTheOwnerNeverSent() {
        assertThat(returned(3, "shop.example").findings(indicator)).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.HIGH);
            assertThat(finding.points()).isEqualTo(0.6375, within(1e-9));
        });
    }

    @Test
    void findsReturnedMailThatOnlyTheServerSaw() {
        var story = person(30).send(3, TUESDAY, ofMinutes(1), (letter, i) -> letter.log()
                .id("<y" + i + "@shop.example>"));
        for (int i = 0; i < 3; i++) {
            story.bounces("2026-06-02T02:00:00Z", stranger(i), original("<y" + i + "@shop.example>"));
        }
        assertThat(story.findings(indicator)).hasSize(1);
    }

    @Test
    void ignoresAnOrdinaryFailureOfMailInTheSentFolder() {
        var story = person(30).send(3, TUESDAY, ofMinutes(1), (letter, i) -> letter.id("<y" + i + "@shop.example>"));
        for (int i = 0; i < 3; i++) {
            story.bounces("2026-06-02T02:00:00Z", stranger(i), original("<y" + i + "@shop.example>", "shop.example"));
        }
        assertThat(story.findings(indicator)).isEmpty();
    }

    @Test
    void namesTheAddressFromWhichItWasHandedIn() {
        assertThat(handedIn("mx.shop.example").findings(indicator)).singleElement().satisfies(
                finding -> assertThat(finding.reason().find("submitters")).contains(new Fact.Texts(List.of("203.0.113.5"))));
        assertThat(returned(3, "shop.example").findings(indicator)).singleElement().satisfies(
                finding -> assertThat(finding.reason().find("submitters")).contains(new Fact.Texts(List.of())));
    }

    @Test
    void aReportThatTheLogShowsTooCountsOnce() {
        var story = handedIn("mx.shop.example");
        for (int i = 0; i < 3; i++) {
            var origin = Origin.of(new MailboxAddress("taro@shop.example"),
                    Instant.parse("2026-06-02T01:0" + i + ":00Z"), EvidenceRef.line("mail.log", i));
            story.with(new NonDeliveryReport(origin, List.of(new FailedRecipient(Optional.of(stranger(i)), Optional.of("5.1.1"),
                    Optional.of("failed"), Optional.empty(), Optional.empty())), original("<x" + i + "@WIN-1>"),
                    Optional.empty(), Optional.of("9C7832205D" + i)));
        }
        assertThat(story.findings(indicator)).singleElement().satisfies(
                finding -> assertThat(finding.citation().total()).isEqualTo(3));
    }

    private static SentStory handedIn(String reportingServer) {
        var story = person(30);
        String received = "from WIN-1 (unknown [203.0.113.5]) (Authenticated sender: taro@shop.example) by mx.shop.example"
                + " (Postfix) with ESMTPSA id 4A; Tue, 2 Jun 2026 10:00:00 +0900";
        for (int i = 0; i < 3; i++) {
            var original = new OriginalMessage(Optional.of("<x" + i + "@WIN-1>"), Optional.of("Invoice"), Optional.empty(),
                    Optional.empty(), List.of(received), List.of(), Optional.empty());
            var origin = Origin.of(new MailboxAddress("taro@shop.example"),
                    Instant.parse("2026-06-02T01:0" + i + ":00Z"), EvidenceRef.line("inbox", i));
            story.with(new NonDeliveryReport(origin, List.of(new FailedRecipient(Optional.of(stranger(i)), Optional.of("5.1.1"),
                    Optional.of("failed"), Optional.empty(), Optional.empty())), original, Optional.of(reportingServer),
                    Optional.empty()));
        }
        return story;
    }

    @Test
    void believesAnOwnServerThatReturnsWhatItTookFromASignedInUser() {
        assertThat(handedIn("dns; mx.shop.example").findings(indicator)).singleElement()
                .satisfies(finding -> assertThat(finding.level()).isEqualTo(Level.HIGH));
    }

    @Test
    void doesNotBelieveOneLineThatAStrangersServerQuotes() {
        assertThat(handedIn("dns; mx.elsewhere.example").findings(indicator)).isEmpty();
    }

    @Test
    void ignoresForgedSenders() {
        assertThat(returned(5, "bulk.test").findings(indicator)).isEmpty();
    }

    @Test
    void ignoresAColleaguesMailThatARulePassedOn() {
        var passedOn = new OriginalMessage(Optional.of("<x@shop.example>"), Optional.of("Minutes"),
                Optional.of("hanako@shop.example"), Optional.empty(), List.of(), List.of("shop.example"),
                        Optional.empty());
        assertThat(person(30).bounces(TUESDAY, stranger(1), passedOn).findings(indicator)).isEmpty();
    }

    @Test
    void ignoresReportsOfDelay() {
        var delayed = new FailedRecipient(Optional.of("a@far.test"), Optional.of("4.4.1"), Optional.of("delayed"),
                Optional.empty(), Optional.empty());
        assertThat(person(30).bounces(TUESDAY, original("<x@bulk.test>", "shop.example"), delayed).findings(indicator))
                .isEmpty();
    }

    @Test
    void judgesTwoRecipientsLighterThanThree() {
        assertThat(returned(2, "shop.example").findings(indicator).get(0).level()).isEqualTo(Level.MEDIUM);
    }

    @Test
    void trustsTwoWeakTracesButNotOne() {
        String received = "from pc.far.test (198.51.100.7) by mail.shop.example (Postfix) with ESMTPSA id 4ABC";
        String next = "from mail.shop.example (mail.shop.example [192.0.2.25]) by mx.client.example with ESMTP";
        var both = new OriginalMessage(Optional.of("<9999.abc@shop.example>"), Optional.of("Parcel"), Optional.empty(),
                Optional.empty(), List.of(next, received), List.of(), Optional.empty());
        var one = new OriginalMessage(Optional.of("<odd@shop.example>"), Optional.of("Parcel"), Optional.empty(),
                Optional.empty(), List.of(next, received), List.of(), Optional.empty());

        assertThat(person(30).bounces(TUESDAY, stranger(1), both).findings(indicator)).hasSize(1);
        assertThat(person(30).bounces(TUESDAY, stranger(1), one).findings(indicator)).isEmpty();
    }

    private static SentStory handedOver(String client) {
        var story = person(30);
        String top = "from mx1.shop.example (" + client + ") by mx.far.test with ESMTP id 9; Tue, 2 Jun 2026 10:00:00 +0900";
        for (int i = 0; i < 4; i++) {
            var original = new OriginalMessage(Optional.of("<999" + i + ".abc@shop.example>"), Optional.of("Parcel"),
                    Optional.empty(), Optional.empty(), List.of(top), List.of(), Optional.empty());
            story.bounces("2026-06-02T01:0" + i + ":00Z", stranger(i), original);
        }
        return story;
    }

    @Test
    void believesTheServerThatGotItFromOursWhereTheMessageIdIsBuiltLikeOurs() {
        assertThat(handedOver("mx1.shop.example [192.0.2.25]").findings(indicator)).singleElement()
                .satisfies(finding -> assertThat(finding.level()).isEqualTo(Level.HIGH));
    }

    @Test
    void doesNotBelieveWhatAClientCallsItself() {
        assertThat(handedOver("unknown [203.0.113.5]").findings(indicator)).isEmpty();
        assertThat(handedOver("[203.0.113.5] helo=mx1.shop.example").findings(indicator)).isEmpty();
    }

    @Test
    void missesNoCopyWhereNobodyLookedIntoASentFolder() {
        var story = SentStory.of("taro@shop.example").send(TUESDAY, letter -> letter.log().id("<t@shop.example>"));
        assertThat(story.bounces("2026-06-02T02:00:00Z", stranger(1), original("<t@shop.example>", "shop.example"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void saysThatNoSentFolderWasThere() {
        var story = SentStory.of("taro@shop.example").without(EvidenceKind.SENT_MESSAGE);
        story.bounces(TUESDAY, stranger(1), original("<x@bulk.test>", "shop.example"));
        assertThat(story.findings(indicator).get(0).multipliers()).extracting(Multiplier::name)
                .containsExactly("no-sent-copies");
    }

    @Test
    void ignoresARobotThatNeverKeepsCopiesAndSendsFromItsUsualPlace() {
        var robot = SentStory.of("noreply@shop.example").kind(MailboxKind.ROBOT)
                .lives(30, (letter, i) -> letter.log().ip(OFFICE));
        robot.send(TUESDAY, letter -> letter.log().ip(OFFICE).id("<r@shop.example>"));
        assertThat(robot.bounces("2026-06-02T02:00:00Z", stranger(1), original("<r@shop.example>", "shop.example"))
                .findings(indicator)).isEmpty();
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.NON_DELIVERY_REPORT).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
