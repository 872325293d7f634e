package org.mimawari.connector.microsoft365;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;

/** Keeps what a connector hands over, for tests. */
final class Evidences implements EvidenceSink {

    private final Set<Long> fingerprints = new HashSet<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<String> rejected = new ArrayList<>();
    private final List<Coverage> coverage = new ArrayList<>();
    private final List<String> waits = new ArrayList<>();
    private int duplicates;

    @Override
    public boolean admit(long fingerprint) {
        boolean isNew = fingerprints.add(fingerprint);
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

    @Override
    public void waits(String service, Duration time) {
        waits.add(service + " " + time.toSeconds());
    }

    /** Who asked to wait for how many seconds. */
    List<String> waits() {
        return waits;
    }

    <E extends Evidence> List<E> of(Class<E> type) {
        return evidence.stream().filter(type::isInstance).map(type::cast).toList();
    }

    int records() {
        return fingerprints.size();
    }

    int duplicates() {
        return duplicates;
    }

    List<String> rejected() {
        return rejected;
    }

    List<Coverage> coverage() {
        return coverage;
    }

    /** The coverage of the source that ends so. */
    Coverage coverage(String source, EvidenceKind kind) {
        return find(source, kind).orElseThrow(() -> new AssertionError("no coverage of " + source + " in " + coverage));
    }

    Optional<Coverage> find(String source, EvidenceKind kind) {
        return coverage.stream().filter(piece -> piece.source().endsWith(source) && piece.kind() == kind).findFirst();
    }
}
