package org.mimawari.connector;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;

/**
 * Takes what a connector reads. Every record of a source passes exactly once through {@link #admit} or {@link #reject},
 * so that records read = accepted + duplicate + rejected. Not safe for several threads.
 */
public interface EvidenceSink {

    /** The system of logs that a server writes itself: they are about everybody, however few appear. */
    String MAIL_SERVER = "mail-server";

    /**
     * Counts one readable record.
     *
     * @param fingerprint identifies the record whatever file it stands in; see {@link Fingerprint}
     * @return false where the same record was admitted before: it is counted as a duplicate, and its evidence must not
     *     be offered again
     */
    boolean admit(long fingerprint);

    /** Takes one fact out of an admitted record. */
    void accept(Evidence evidence);

    /** Counts one record that could not be read, and names it. */
    void reject(EvidenceRef where, String why);

    /** Says what a source shows of a kind of evidence, or why it does not. Counts and times are added by the scan. */
    void cover(Coverage coverage);

    /**
     * Says to which mail system everything belongs that follows, until another one is named. What a source shows of a
     * whole system says nothing about mailboxes that are not in it.
     */
    default void enter(String system) {}

    /** Says from which source the records that follow are, where a reader takes one source after the other. */
    default void begin(String source) {}

    /** Says when a source has a record, and for whom, that gives no evidence to offer: it tells how far the source reaches. */
    default void passes(String source, Optional<MailboxAddress> mailbox, Instant time) {}

    /** Reports bytes read so far of all bytes to read, for progress; both 0 where unknown. */
    default void progress(long done, long all) {}

    /** Reports mailboxes looked at so far of all to look at, for progress. */
    default void looked(long done, long all) {}

    /** Says that a service wants to be left alone for so long, for progress. */
    default void waits(String service, Duration time) {}

    /** Says what it cost to read the mail system, when it was read. */
    default void cost(Cost cost) {}
}
