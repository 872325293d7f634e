package org.mimawari.connector;

import org.mimawari.evidence.EvidenceRef;

/** Takes records once more as their sources hold them; text in another character set comes as UTF-8. */
public interface RawRecords {

    /**
     * One record.
     *
     * @param whole false where it was too long and its end is missing
     */
    void record(EvidenceRef ref, byte[] bytes, boolean whole);

    /**
     * The source the records lie in.
     *
     * @param size in bytes, as it lies there, packed or not
     * @param sha256 of these bytes, in hexadecimal digits
     */
    void source(String name, long size, String sha256);
}
