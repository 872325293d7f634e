package org.mimawari.indicator.outgoing;

/**
 * How much was sent in a stretch of time.
 *
 * @param identified recipients that can be told apart
 * @param added recipients never in touch with the mailbox before
 * @param fresh recipients that were strangers a day before, counted once for each message
 */
public record Volume(
        int messages,
        long recipients,
        long identified,
        long external,
        long added,
        long fresh,
        long bounced,
        long deferred) {

    public static final Volume NONE = new Volume(0, 0, 0, 0, 0, 0, 0, 0);

    /** More than any mailbox sends. */
    static final Volume BOUNDLESS = new Volume(Integer.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE,
            Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    /** Each count where it is greater. */
    Volume orMore(Volume other) {
        return new Volume(Math.max(messages, other.messages), Math.max(recipients, other.recipients),
                Math.max(identified, other.identified), Math.max(external, other.external),
                Math.max(added, other.added), Math.max(fresh, other.fresh), Math.max(bounced, other.bounced),
                Math.max(deferred, other.deferred));
    }

    /** The share of strangers among the recipients that can be told apart, 0 to 1. */
    public double share() {
        return identified == 0 ? 0 : (double) fresh / identified;
    }
}
