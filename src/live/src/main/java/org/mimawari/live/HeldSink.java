package org.mimawari.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.Fingerprint;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;

/**
 * Keeps what one small list shows until it is known whether it is whole and anything in it is new. For lists that say how
 * things are, which are read anew every time.
 */
public final class HeldSink implements EvidenceSink {

    /** A record, and what follows from it; or one that could not be read. */
    private static final class Held {
        private final long fingerprint;
        private final Optional<EvidenceRef> rejected;
        private final String why;
        private final List<Evidence> evidence = new ArrayList<>(1);

        private Held(long fingerprint, Optional<EvidenceRef> rejected, String why) {
            this.fingerprint = fingerprint;
            this.rejected = rejected;
            this.why = why;
        }
    }

    private final List<Held> records = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();

    @Override
    public boolean admit(long fingerprint) {
        records.add(new Held(fingerprint, Optional.empty(), ""));
        return seen.add(fingerprint);
    }

    @Override
    public void accept(Evidence evidence) {
        records.get(records.size() - 1).evidence.add(evidence);
    }

    @Override
    public void reject(EvidenceRef where, String why) {
        records.add(new Held(0, Optional.of(where), why));
    }

    @Override
    public void cover(Coverage coverage) {}

    public boolean isEmpty() {
        return records.isEmpty();
    }

    /** The same for the same records in whatever order. */
    public String print() {
        Map<Long, Integer> all = new HashMap<>();
        long sum = 0;
        for (Held held : records) {
            boolean isNew = all.merge(held.fingerprint, 1, Integer::sum) == 1;
            sum += isNew || held.rejected.isPresent() ? new Fingerprint().add(held.fingerprint).add(held.why).value() : 0;
        }
        return Long.toHexString(sum) + "/" + all.size();
    }

    /** Hands over what was kept. */
    public void deliver(EvidenceSink sink) {
        for (Held held : records) {
            if (held.rejected.isPresent()) {
                sink.reject(held.rejected.get(), held.why);
            } else if (sink.admit(held.fingerprint)) {
                held.evidence.forEach(sink::accept);
            }
        }
    }
}
