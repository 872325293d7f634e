package org.mimawari.connector.imap.managesieve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxRule;

/** Keeps what is collected. */
final class RecordedEvidence implements EvidenceSink {

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
        rejected.add(where.source() + ": " + why);
    }

    @Override
    public void cover(Coverage piece) {
        coverage.add(piece);
    }

    List<MailboxRule> rules() {
        return evidence.stream().filter(MailboxRule.class::isInstance).map(MailboxRule.class::cast).toList();
    }

    List<String> reasons() {
        return coverage.stream().flatMap(piece -> piece.reason().stream()).distinct().toList();
    }
}
