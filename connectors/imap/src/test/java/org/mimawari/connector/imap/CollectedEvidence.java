package org.mimawari.connector.imap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;

/** Keeps what the connector delivers. */
final class CollectedEvidence implements EvidenceSink {

    final List<Evidence> evidence = new ArrayList<>();
    final List<Coverage> coverage = new ArrayList<>();
    final List<String> rejected = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();

    @Override
    public boolean admit(long fingerprint) {
        return seen.add(fingerprint);
    }

    @Override
    public void accept(Evidence piece) {
        evidence.add(piece);
    }

    @Override
    public void reject(EvidenceRef where, String why) {
        rejected.add(why);
    }

    @Override
    public void cover(Coverage piece) {
        coverage.add(piece);
    }

    <E extends Evidence> List<E> of(Class<E> type) {
        return evidence.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
