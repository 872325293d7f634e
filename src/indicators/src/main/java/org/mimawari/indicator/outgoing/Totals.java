package org.mimawari.indicator.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Running sums over messages in order of time, so that any stretch of them is summed at once. */
public final class Totals {

    private final long[] recipients;
    private final long[] identified;
    private final long[] external;
    private final long[] added;
    private final long[] fresh;
    private final long[] bounced;
    private final long[] deferred;

    private Totals(List<Mailing> mailings) {
        int size = mailings.size() + 1;
        recipients = new long[size];
        identified = new long[size];
        external = new long[size];
        added = new long[size];
        fresh = new long[size];
        bounced = new long[size];
        deferred = new long[size];
        for (int i = 0; i < mailings.size(); i++) {
            add(mailings.get(i), i);
        }
    }

    private void add(Mailing mailing, int at) {
        recipients[at + 1] = recipients[at] + mailing.recipients();
        identified[at + 1] = identified[at] + mailing.identified();
        external[at + 1] = external[at] + (mailing.isInternal() ? 0 : mailing.external());
        added[at + 1] = added[at] + mailing.added();
        fresh[at + 1] = fresh[at] + mailing.fresh();
        bounced[at + 1] = bounced[at] + mailing.message().bounced();
        deferred[at + 1] = deferred[at] + mailing.message().deferred();
    }

    public static Totals of(List<Mailing> mailings) {
        return new Totals(mailings);
    }

    /** The sums over the messages with these positions, both included. */
    public Volume between(int first, int last) {
        return new Volume(last - first + 1, sum(recipients, first, last), sum(identified, first, last),
                sum(external, first, last), sum(added, first, last), sum(fresh, first, last),
                sum(bounced, first, last), sum(deferred, first, last));
    }

    /** The sums over all these messages. */
    public static Volume sum(List<Mailing> mailings) {
        return mailings.isEmpty() ? Volume.NONE : of(mailings).between(0, mailings.size() - 1);
    }

    /** Of each sum the most that lies within any such span of time, both ends included. */
    Volume most(List<Mailing> mailings, Duration span) {
        Volume most = Volume.NONE;
        int first = 0;
        for (int last = 0; last < mailings.size(); last++) {
            Instant start = mailings.get(last).time().minus(span);
            while (mailings.get(first).time().isBefore(start)) {
                first++;
            }
            boolean grown = last + 1 == mailings.size()
                    || mailings.get(last + 1).time().minus(span).isAfter(mailings.get(first).time());
            most = grown ? most.orMore(between(first, last)) : most;
        }
        return most;
    }

    private static long sum(long[] sums, int first, int last) {
        return sums[last + 1] - sums[first];
    }
}
