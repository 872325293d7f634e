package org.mimawari.connector.microsoft365;

import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;

/** Dies as soon as it has taken so much. */
final class DyingSink implements EvidenceSink {

    private int left;

    DyingSink(int records) {
        left = records;
    }

    @Override
    public boolean admit(long fingerprint) {
        if (left-- == 0) {
            throw new IllegalStateException("killed");
        }
        return true;
    }

    @Override
    public void accept(Evidence evidence) {}

    @Override
    public void reject(EvidenceRef where, String why) {}

    @Override
    public void cover(Coverage coverage) {}
}
