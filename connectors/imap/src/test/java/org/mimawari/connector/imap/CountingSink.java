package org.mimawari.connector.imap;

import java.util.Map;
import java.util.TreeMap;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;

/** Keeps numbers only, so that a scan's own use of memory shows. */
final class CountingSink implements EvidenceSink {

    long accepted;
    long rejected;
    long broken;
    final Map<String, String> why = new TreeMap<>();

    @Override
    public boolean admit(long fingerprint) {
        return true;
    }

    @Override
    public void accept(Evidence evidence) {
        accepted++;
    }

    @Override
    public void reject(EvidenceRef where, String reason) {
        rejected++;
    }

    @Override
    public void cover(Coverage coverage) {
        if (coverage.isBroken()) {
            broken++;
            why.put(coverage.kind().word(), coverage.reason().orElse(""));
        }
    }
}
