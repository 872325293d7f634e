package org.mimawari.scan;

import java.util.List;
import java.util.function.Consumer;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;

/** Passes evidence on as it comes, in input order and without judgement, and counts it as a scan would. */
public final class EvidenceLines implements EvidenceSink {

    private final Ledger ledger = new Ledger(new SeenRecords(Scan.fingerprints()));
    private final Consumer<Evidence> consumer;

    public EvidenceLines(Consumer<Evidence> consumer) {
        this.consumer = consumer;
    }

    @Override
    public boolean admit(long fingerprint) {
        return ledger.admit(fingerprint);
    }

    @Override
    public void accept(Evidence evidence) {
        consumer.accept(evidence);
    }

    @Override
    public void reject(EvidenceRef where, String why) {
        ledger.reject(where, why);
    }

    @Override
    public void cover(Coverage coverage) {
        ledger.cover(coverage);
    }

    public EvidenceCount counts() {
        return ledger.counts();
    }

    /** The first thousand records that could not be read, by file and place. */
    public List<Rejection> rejections() {
        return ledger.rejections();
    }
}
