package org.mimawari.scan;

import java.time.Duration;
import org.mimawari.connector.Cost;

/** Is told how far a scan has come. Called often; must be quick. */
public interface Progress {

    Progress NONE = new Progress() {};

    /** Bytes read so far, of all bytes to read; both 0 where unknown. */
    default void read(long done, long all) {}

    /** Mailboxes looked at so far, of all to look at. */
    default void looked(long done, long all) {}

    /** A service wants to be left alone for so long. */
    default void waits(String service, Duration time) {}

    /** What it cost to read one mail system. */
    default void cost(Cost cost) {}

    /** Mailboxes judged so far. */
    default void judged(long mailboxes) {}
}
