package org.mimawari.report.summary;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.Gap;

/** A kind of evidence that is missing, and why: the gaps of many mailboxes, once each. */
public record MissingEvidence(EvidenceKind kind, List<String> reasons) {

    public MissingEvidence {
        reasons = List.copyOf(reasons);
    }

    /** In the order of the kinds. */
    public static List<MissingEvidence> of(Collection<Gap> gaps) {
        Map<EvidenceKind, Set<String>> byKind = new EnumMap<>(EvidenceKind.class);
        gaps.forEach(gap -> byKind.computeIfAbsent(gap.kind(), any -> new TreeSet<>()).add(gap.reason()));
        return byKind.entrySet().stream()
                .map(entry -> new MissingEvidence(entry.getKey(), List.copyOf(entry.getValue()))).toList();
    }
}
