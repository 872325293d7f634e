package org.mimawari.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;

/** Keeps what is handed over, for tests. */
final class KeptSink implements EvidenceSink {

    final Set<Long> records = new HashSet<>();
    final List<Coverage> coverage = new ArrayList<>();

    @Override
    public boolean admit(long fingerprint) {
        return records.add(fingerprint);
    }

    @Override
    public void accept(Evidence evidence) {}

    @Override
    public void reject(EvidenceRef where, String why) {}

    @Override
    public void cover(Coverage piece) {
        coverage.add(piece);
    }
}
