package org.mimawari.scan;

import java.time.Instant;

/**
 * Somebody who got mail from a mailbox while it may have been in other hands.
 *
 * @param address in lower case
 * @param external whether it lies outside the own domains
 * @param first when the first message went, or when its failure was reported where only that is known
 * @param messages how many went; 0 where only failure reports name the recipient
 * @param usualPlace whether all of them came from where the owner usually sends
 */
public record ReachedRecipient(
        String address,
        boolean external,
        Instant first,
        int messages,
        Bounced bounced,
        Replied replied,
        boolean usualPlace) {

    /** Whether a message was refused: {@code POSSIBLY} where a log counts refusals without naming whose. */
    public enum Bounced { YES, POSSIBLY, NO_SIGN }

    /** Whether an answer came; {@code UNKNOWN} where received mail was not read. */
    public enum Replied { YES, NO, UNKNOWN }
}
