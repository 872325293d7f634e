package org.mimawari.incident;

import org.mimawari.indicator.Level;

/** The answer about a mailbox or a whole run. {@code NO_SIGN} only where all required evidence was read. */
public enum Verdict {
    COMPROMISED,
    SUSPICIOUS,
    NO_SIGN,
    CANNOT_SAY;

    static Verdict of(Level level) {
        if (level.isAtLeast(Level.HIGH)) {
            return COMPROMISED;
        }
        return level == Level.MEDIUM ? SUSPICIOUS : NO_SIGN;
    }

    /** The verdict for an incident level, given whether the required evidence was complete. */
    public static Verdict of(Level level, boolean complete) {
        Verdict byLevel = of(level);
        return byLevel == NO_SIGN && !complete ? CANNOT_SAY : byLevel;
    }
}
