package org.mimawari.indicator.outgoing;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mimawari.evidence.Evidence;

/**
 * Of which messages that a server saw the Sent folder holds a copy. Looks only at the time for which the folder was
 * certainly read: from its first message to the last message of the mailbox, sent or received.
 */
public final class SentCopies {

    private final long from;
    private final long to;
    private final long[] times;
    private final int[] copied;

    /**
     * How many messages a server saw in some time, and the share of them the Sent folder holds.
     *
     * @param share 0 to 1; 0 where there are none
     */
    public record Ratio(int of, double share) {}

    private SentCopies(long from, long to, List<Mailing> seen) {
        this.from = from;
        this.to = to;
        this.times = seen.stream().mapToLong(mailing -> mailing.time().toEpochMilli()).toArray();
        this.copied = new int[seen.size() + 1];
        for (int i = 0; i < seen.size(); i++) {
            copied[i + 1] = copied[i] + (seen.get(i).inSentFolder() ? 1 : 0);
        }
    }

    public static SentCopies of(Outgoing outgoing) {
        List<Mailing> copies = outgoing.mailings().stream().filter(Mailing::inSentFolder).toList();
        if (copies.isEmpty()) {
            return new SentCopies(Long.MAX_VALUE, Long.MIN_VALUE, List.of());
        }
        long first = copies.get(0).time().toEpochMilli();
        long last = Stream.of(outgoing.evidence().receivedMessages(), outgoing.evidence().nonDeliveryReports())
                .flatMap(List::stream).map(Evidence::time).flatMap(Optional::stream).mapToLong(Instant::toEpochMilli)
                .reduce(copies.get(copies.size() - 1).time().toEpochMilli(), Math::max);
        return new SentCopies(first, last, outgoing.mailings().stream()
                .filter(mailing -> mailing.seenByServer() && isWithin(mailing, first, last)).toList());
    }

    /** A message without an id may have a copy that cannot be told to be one. */
    public boolean isMissing(Mailing mailing) {
        return mailing.seenByServer() && !mailing.inSentFolder() && mailing.message().messageId().isPresent()
                && isWithin(mailing, from, to);
    }

    public Ratio inside(Stretch stretch) {
        int first = position(stretch.from().toEpochMilli());
        int next = position(stretch.to().toEpochMilli() + 1);
        return ratio(next - first, copied[next] - copied[first]);
    }

    public Ratio outside(Stretch stretch) {
        int first = position(stretch.from().toEpochMilli());
        int next = position(stretch.to().toEpochMilli() + 1);
        return ratio(times.length - (next - first), copied[times.length] - (copied[next] - copied[first]));
    }

    /** Over all of the time. */
    public Ratio all() {
        return ratio(times.length, copied[times.length]);
    }

    private static Ratio ratio(int all, int copies) {
        return new Ratio(all, all == 0 ? 0 : (double) copies / all);
    }

    /** How many of the messages lie before this moment. */
    private int position(long moment) {
        int found = Arrays.binarySearch(times, moment);
        if (found < 0) {
            return -found - 1;
        }
        while (found > 0 && times[found - 1] == moment) {
            found--;
        }
        return found;
    }

    private static boolean isWithin(Mailing mailing, long from, long to) {
        long time = mailing.time().toEpochMilli();
        return from <= time && time <= to;
    }
}
