package org.mimawari.evidence;

/** A kind of evidence that could not be looked at, and why. */
public record Gap(EvidenceKind kind, String reason) implements Comparable<Gap> {

    @Override
    public int compareTo(Gap other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : reason.compareTo(other.reason);
    }
}
