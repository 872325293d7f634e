package org.mimawari.live;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.ForwardingSink;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;

/** Passes over records that an earlier round has handed over, and remembers those of the last stretch for the next one. */
public final class NewRecords extends ForwardingSink {

    private static final int MOST = 20_000;

    private final EvidenceSink sink;
    private final Set<Long> known;
    private final Instant lastFrom;
    private final Set<Long> last = new LinkedHashSet<>();
    private long current;
    private boolean isLast;
    private long fresh;

    /** @param lastFrom when the last stretch begins */
    public NewRecords(EvidenceSink sink, Set<Long> known, Instant lastFrom) {
        this.sink = sink;
        this.known = known;
        this.lastFrom = lastFrom;
    }

    /** From now on records are of the last stretch, whatever time they name. */
    public void lastStretch() {
        isLast = true;
    }

    /** Fingerprints of the last stretch, of the last 20,000 records at most. */
    public Set<Long> last() {
        return last;
    }

    /** How many records were handed over. */
    public long fresh() {
        return fresh;
    }

    @Override
    protected EvidenceSink behind() {
        return sink;
    }

    @Override
    public boolean admit(long fingerprint) {
        current = fingerprint;
        if (isLast) {
            remember(fingerprint);
        }
        if (known.contains(fingerprint)) {
            remember(fingerprint);
            return false;
        }
        fresh++;
        return sink.admit(fingerprint);
    }

    private void remember(long fingerprint) {
        if (last.add(fingerprint) && last.size() > MOST) {
            Iterator<Long> oldest = last.iterator();
            oldest.next();
            oldest.remove();
        }
    }

    @Override
    public void accept(Evidence evidence) {
        if (evidence.time().filter(time -> !time.isBefore(lastFrom)).isPresent()) {
            remember(current);
        }
        sink.accept(evidence);
    }

    @Override
    public void reject(EvidenceRef where, String why) {
        fresh++;
        sink.reject(where, why);
    }
}
