package org.mimawari.connector.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;

/** Keeps everything a reader delivers, for tests. */
public final class RecordingSink implements EvidenceSink {

    private final Set<Long> fingerprints = new HashSet<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<String> rejected = new ArrayList<>();
    private final List<Coverage> coverage = new ArrayList<>();
    private int admitted;
    private int duplicates;

    @Override
    public boolean admit(long fingerprint) {
        boolean isNew = fingerprints.add(fingerprint);
        admitted += isNew ? 1 : 0;
        duplicates += isNew ? 0 : 1;
        return isNew;
    }

    @Override
    public void accept(Evidence piece) {
        evidence.add(piece);
    }

    @Override
    public void reject(EvidenceRef where, String why) {
        rejected.add(where.source() + " " + where.locator() + ": " + why);
    }

    @Override
    public void cover(Coverage piece) {
        coverage.add(piece);
    }

    public List<Evidence> evidence() {
        return evidence;
    }

    public <E extends Evidence> List<E> evidence(Class<E> type) {
        return evidence.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public List<String> rejected() {
        return rejected;
    }

    public List<Coverage> coverage() {
        return coverage;
    }

    public int admitted() {
        return admitted;
    }

    public int duplicates() {
        return duplicates;
    }
}
