package org.mimawari.connector.export.exchange;

import java.time.Instant;
import java.util.Optional;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.SentMessage;

/** All rows of one message of one sender. */
final class TracedMessage {

    private final MailboxAddress sender;
    private final EvidenceRef ref;
    private final RecipientSet addressed = new RecipientSet();
    private final RecipientSet handled = new RecipientSet();
    private final RecipientSet failed = new RecipientSet();
    private final RecipientSet pending = new RecipientSet();
    private final RecipientSet groups = new RecipientSet();
    private Optional<String> messageId = Optional.empty();
    private Optional<String> subject = Optional.empty();
    private Optional<Instant> time = Optional.empty();
    private Optional<IpAddress> ip = Optional.empty();
    private long size;
    private boolean originating;
    private boolean incoming;
    private boolean filteredOnly = true;

    TracedMessage(MailboxAddress sender, EvidenceRef ref) {
        this.sender = sender;
        this.ref = ref;
    }

    void add(TraceRow row) {
        row.recipients().forEach(this::add);
        messageId = messageId.or(row::messageId);
        subject = subject.or(row::subject);
        boolean earlier = row.time().isPresent() && time.filter(known -> !known.isAfter(row.time().get())).isEmpty();
        time = earlier ? row.time() : time;
        ip = ip.or(row::ip);
        size = Math.max(size, row.size());
        originating |= row.incoming().filter(in -> !in).isPresent();
        incoming |= row.incoming().filter(in -> in).isPresent();
        filteredOnly &= row.fate() == TraceRow.Fate.FILTERED;
    }

    private void add(TraceRow.Recipient recipient) {
        switch (recipient.fate()) {
            case ADDRESSED -> addressed.add(recipient.address());
            case DELIVERED, FILTERED -> handled.add(recipient.address());
            case FAILED -> failed.add(recipient.address());
            case PENDING -> pending.add(recipient.address());
            case EXPANDED -> groups.add(recipient.address());
            case NONE -> { }
        }
    }

    /**
     * The message, where it was really sent by its sender: not where the rows say that it came in, nor where mail
     * between own addresses was only ever taken for spam, which is how forged own senders look.
     */
    Optional<SentMessage> sent(OwnDomains own) {
        RecipientSet all = all();
        boolean cameIn = incoming && !originating;
        boolean forged = filteredOnly && all.named().stream().noneMatch(own::isForeign);
        return cameIn || forged || all.size() == 0 ? Optional.empty() : Optional.of(message(all));
    }

    private SentMessage message(RecipientSet all) {
        return new SentMessage(new Origin(Optional.of(sender), time, ref), SentMessage.Route.MESSAGE_TRACE, messageId,
                subject, Optional.of(sender.text()), Optional.of(sender.text()), Optional.empty(), all.size(),
                all.named(), 0, failed.size(), pending.size(), ip, Place.UNKNOWN, Optional.empty(), Optional.empty(),
                size, Optional.empty());
    }

    /** Those it was addressed to; a trace without that step shows each by its end, members instead of groups. */
    private RecipientSet all() {
        if (addressed.size() > 0) {
            return addressed;
        }
        RecipientSet all = new RecipientSet();
        all.addAll(handled);
        all.addAll(failed);
        all.addAll(pending);
        return all.size() > 0 ? all : groups;
    }
}
