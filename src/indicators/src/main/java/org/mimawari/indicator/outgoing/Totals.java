package org.mimawari.indicator.outgoing;

import java.util.List;
import java.util.function.ToLongFunction;

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
        recipients = sums(mailings, Mailing::recipients);
        identified = sums(mailings, Mailing::identified);
        external = sums(mailings, mailing -> mailing.isInternal() ? 0 : mailing.external());
        added = sums(mailings, Mailing::added);
        fresh = sums(mailings, Mailing::fresh);
        bounced = sums(mailings, mailing -> mailing.message().bounced());
        deferred = sums(mailings, mailing -> mailing.message().deferred());
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

    private static long sum(long[] sums, int first, int last) {
        return sums[last + 1] - sums[first];
    }

    private static long[] sums(List<Mailing> mailings, ToLongFunction<Mailing> value) {
        long[] sums = new long[mailings.size() + 1];
        for (int i = 0; i < mailings.size(); i++) {
            sums[i + 1] = sums[i] + value.applyAsLong(mailings.get(i));
        }
        return sums;
    }
}
