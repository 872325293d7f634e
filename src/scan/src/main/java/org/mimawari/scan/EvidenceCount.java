package org.mimawari.scan;

/** What became of the records read: read = accepted + duplicate + rejected. */
public record EvidenceCount(long read, long accepted, long duplicate, long rejected) {

    public EvidenceCount {
        if (read != accepted + duplicate + rejected) {
            throw new IllegalArgumentException(
                    read + " records read are not " + accepted + " + " + duplicate + " + " + rejected);
        }
    }
}
