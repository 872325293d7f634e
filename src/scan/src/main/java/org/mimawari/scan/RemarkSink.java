package org.mimawari.scan;

import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;

/** Takes what is said about sources while nothing is read from them. */
final class RemarkSink implements EvidenceSink {

    private final int part;
    private final Learnt learnt;

    RemarkSink(int part, Learnt learnt) {
        this.part = part;
        this.learnt = learnt;
    }

    @Override
    public boolean admit(long fingerprint) {
        throw new IllegalStateException("a record where none is read");
    }

    @Override
    public void accept(Evidence evidence) {
        throw new IllegalStateException("evidence where none is read: " + evidence.ref());
    }

    @Override
    public void reject(EvidenceRef where, String why) {
        learnt.reject(part, where, why);
    }

    @Override
    public void cover(Coverage coverage) {
        learnt.cover(part, coverage);
    }

    @Override
    public void enter(String system) {
        learnt.enter(system);
    }
}
