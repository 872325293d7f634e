package org.mimawari.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.FailedRecipient;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.OriginalMessage;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.TimeRange;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.outgoing.Mailing;
import org.mimawari.scan.ReachedRecipient.Bounced;
import org.mimawari.scan.ReachedRecipient.Replied;

class RecipientListTest {

    private static final Instant TIME = Instant.parse("2024-05-01T04:45:00Z");
    private static final TimeRange NIGHT = TimeRange.between(TIME, TIME.plusSeconds(3_600));

    private final RecipientList list = new RecipientList(OwnDomains.of("shop.example"), 100, true);

    @Test
    void countsEachRecipientOnce() {
        list.add(mailing("Info@ext.example", "sato@shop.example"));
        list.add(mailing("info@ext.example"));
        assertThat(list.list()).extracting(each -> each.address() + " " + each.messages() + " " + each.external())
                .containsExactly("info@ext.example 2 true", "sato@shop.example 1 false");
    }

    @Test
    void saysHowManyWereTooMany() {
        RecipientList small = new RecipientList(OwnDomains.of("shop.example"), 1, true);
        small.add(mailing("a@ext.example", "b@ext.example", "c@ext.example"));
        assertThat(small.list()).hasSize(1);
        assertThat(small.cut()).isEqualTo(2);
    }

    @Test
    void aFailureReportTellsWhoseMailBounced() {
        list.add(mailing("a@ext.example", "b@ext.example"));
        list.failed(report("A@ext.example", 60), List.of());
        assertThat(list.list()).extracting(ReachedRecipient::bounced).containsExactly(Bounced.YES, Bounced.NO_SIGN);
    }

    @Test
    void aFailureOfMailNobodySentNamesARecipientOnlyWhereThatWasFound() {
        list.failed(report("a@ext.example", 60), List.of());
        assertThat(list.list()).isEmpty();
        list.failed(report("a@ext.example", 60), List.of(NIGHT));
        assertThat(list.list()).singleElement().satisfies(each -> assertThat(each.messages()).isZero());
    }

    @Test
    void anAutomaticAnswerIsNoReply() {
        list.add(mailing("a@ext.example", "b@ext.example"));
        list.answered(answer("A <a@ext.example>", true));
        list.answered(answer("B <b@ext.example>", false));
        assertThat(list.list()).extracting(ReachedRecipient::replied).containsExactly(Replied.NO, Replied.YES);
    }

    @Test
    void doesNotClaimThatNobodyRepliedWhereReceivedMailWasNotRead() {
        RecipientList blind = new RecipientList(OwnDomains.of("shop.example"), 100, false);
        blind.add(mailing("a@ext.example"));
        assertThat(blind.list()).extracting(ReachedRecipient::replied).containsExactly(Replied.UNKNOWN);
    }

    private static Origin origin(int seconds) {
        return Origin.of(new MailboxAddress("info@shop.example"), TIME.plusSeconds(seconds), EvidenceRef.line("log", 1));
    }

    private static Mailing mailing(String... to) {
        SentMessage message = MailboxStory.sent(origin(0), "Hello", List.of(to), Optional.empty());
        return new Mailing(message, TIME, Set.of(message.route()), to.length, to.length, to.length, 0, 0, false);
    }

    private static NonDeliveryReport report(String recipient, int seconds) {
        return new NonDeliveryReport(origin(seconds), List.of(new FailedRecipient(Optional.of(recipient), Optional.of("5.1.1"),
                Optional.of("failed"), Optional.empty(), Optional.empty())), OriginalMessage.UNKNOWN, Optional.empty(),
                Optional.empty());
    }

    private static ReceivedMessage answer(String from, boolean automatic) {
        return new ReceivedMessage(origin(600), Optional.empty(), Optional.of("Re: Hello"), Optional.of(from),
                Optional.empty(), automatic);
    }
}
