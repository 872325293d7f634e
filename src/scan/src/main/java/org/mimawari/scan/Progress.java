package org.mimawari.scan;

/** Is told how far a scan has come. Called often; must be quick. */
public interface Progress {

    Progress NONE = new Progress() {};

    /** Bytes read so far, of all bytes to read; both 0 where unknown. */
    default void read(long done, long all) {}

    /** Mailboxes judged so far. */
    default void judged(long mailboxes) {}
}
