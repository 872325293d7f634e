package org.mimawari.scan;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.FailedRecipient;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.outgoing.Mailing;
import org.mimawari.scan.ReachedRecipient.Bounced;
import org.mimawari.scan.ReachedRecipient.Replied;

/** The recipients of one mailbox's mail, each once, while they are collected: messages first, then what came back. */
final class RecipientList {

    private static final int LONGEST = 320;

    /** What is known of one recipient so far. */
    private static final class Entry {
        private Instant first;
        private int messages;
        private Bounced bounced = Bounced.NO_SIGN;
        private boolean replied;
        private boolean usualPlace = true;

        Entry(Instant first) {
            this.first = first;
        }

        void got(Mailing mailing, Bounced how) {
            first = mailing.time().isBefore(first) ? mailing.time() : first;
            messages++;
            usualPlace &= mailing.habitual();
            bounced = how.compareTo(bounced) < 0 ? how : bounced;
        }
    }

    private final OwnDomains own;
    private final int most;
    private final boolean showsAnswers;
    private final Map<String, Entry> entries = new HashMap<>();
    private long unnamed;
    private long cut;

    /** @param showsAnswers whether received mail was read, so that no answer means that none came */
    RecipientList(OwnDomains own, int most, boolean showsAnswers) {
        this.own = own;
        this.most = most;
        this.showsAnswers = showsAnswers;
    }

    void add(Mailing mailing) {
        List<String> named = mailing.message().to();
        unnamed += Math.max(0, mailing.recipients() - named.size());
        Bounced how = bounced(mailing);
        named.forEach(address -> entry(address, mailing.time()).ifPresent(entry -> entry.got(mailing, how)));
    }

    /** A log that counts as many refusals as recipients names them all. */
    private static Bounced bounced(Mailing mailing) {
        if (mailing.message().bounced() == 0) {
            return Bounced.NO_SIGN;
        }
        return mailing.message().bounced() >= mailing.recipients() ? Bounced.YES : Bounced.POSSIBLY;
    }

    /**
     * A failure report: about a recipient who is known, or, within these stretches, about one whom no record of sent
     * mail names.
     */
    void failed(NonDeliveryReport report, List<TimeRange> unseenMail) {
        Optional<Instant> time = report.time();
        boolean isNew = time.filter(moment -> TimeRanges.hold(unseenMail, moment)).isPresent();
        for (FailedRecipient failure : report.failures()) {
            Optional<String> address = failure.recipient().map(RecipientList::folded);
            if (address.isEmpty() || failure.action().filter(action -> !action.equals("failed")).isPresent()) {
                continue;
            }
            Optional<Entry> entry = isNew ? entry(address.get(), time.orElseThrow())
                    : Optional.ofNullable(entries.get(address.get()));
            entry.filter(known -> time.filter(moment -> !moment.isBefore(known.first)).isPresent())
                    .ifPresent(known -> known.bounced = Bounced.YES);
        }
    }

    /** Mail that a recipient sent afterwards; automatic answers do not count. */
    void answered(ReceivedMessage message) {
        if (message.automatic() || message.time().isEmpty() || entries.isEmpty()) {
            return;
        }
        message.from().flatMap(MailboxAddress::find).map(from -> entries.get(from.text()))
                .filter(entry -> message.time().get().isAfter(entry.first)).ifPresent(entry -> entry.replied = true);
    }

    private Optional<Entry> entry(String address, Instant time) {
        String folded = folded(address);
        Entry known = entries.get(folded);
        if (known == null && entries.size() >= most) {
            cut++;
            return Optional.empty();
        }
        return Optional.of(known != null ? known : entries.computeIfAbsent(folded, any -> new Entry(time)));
    }

    private static String folded(String address) {
        String bare = address.strip().toLowerCase(Locale.ROOT);
        return bare.length() <= LONGEST ? bare : bare.substring(0, LONGEST);
    }

    int size() {
        return entries.size();
    }

    long unnamed() {
        return unnamed;
    }

    long cut() {
        return cut;
    }

    /** In alphabetical order. */
    List<ReachedRecipient> list() {
        return entries.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(each -> recipient(each.getKey(), each.getValue())).toList();
    }

    private ReachedRecipient recipient(String address, Entry entry) {
        boolean external = !own.contains(address.substring(address.lastIndexOf('@') + 1));
        Replied replied = entry.replied ? Replied.YES : showsAnswers ? Replied.NO : Replied.UNKNOWN;
        return new ReachedRecipient(address, external, entry.first, entry.messages, entry.bounced, replied,
                entry.messages > 0 && entry.usualPlace);
    }
}
