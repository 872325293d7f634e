package org.mimawari.connector.export.google;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.Fingerprint;
import org.mimawari.connector.ForwardingSink;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;

/**
 * Hands evidence over together with the record it is from, though some of it is known later than its record: a failure that
 * may be none is held with its record until the stretch was read, or 200,000 records are held. What follows from many records is given as one of its own.
 */
final class ActivitySink extends ForwardingSink {

    private static final int MOST = 200_000;

    private record Held(long fingerprint, List<Evidence> evidence) {}

    private final EvidenceSink sink;
    private final boolean holds;
    private final List<Held> records = new ArrayList<>();
    private final Map<EvidenceRef, Held> byRef = new HashMap<>();
    private EvidenceRef ref = new EvidenceRef("", "", Optional.empty());
    private boolean late;

    /** @param holds whether records are kept until {@link #deliver} */
    ActivitySink(EvidenceSink sink, boolean holds) {
        this.sink = sink;
        this.holds = holds;
    }

    boolean holds() {
        return holds;
    }

    /** True where no more can be held. */
    boolean isFull() {
        return records.size() >= MOST;
    }

    /** The record that is admitted next. */
    void next(EvidenceRef record) {
        ref = record;
    }

    /** From now on every piece is a record of its own. */
    void late() {
        late = true;
    }

    @Override
    protected EvidenceSink behind() {
        return sink;
    }

    @Override
    public boolean admit(long fingerprint) {
        if (!holds) {
            return sink.admit(fingerprint);
        }
        Held held = new Held(fingerprint, new ArrayList<>(1));
        records.add(held);
        byRef.put(ref, held);
        return true;
    }

    @Override
    public void accept(Evidence evidence) {
        Held held = byRef.get(evidence.ref());
        if (held != null) {
            held.evidence().add(evidence);
        } else if (!late || sink.admit(Fingerprint.of("google activities together", evidence.toString()))) {
            sink.accept(evidence);
        }
    }

    /** Hands over what was kept. */
    void deliver() {
        for (Held held : records) {
            if (sink.admit(held.fingerprint())) {
                held.evidence().forEach(sink::accept);
            }
        }
        records.clear();
        byRef.clear();
    }
}
