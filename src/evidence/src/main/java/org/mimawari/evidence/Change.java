package org.mimawari.evidence;

/** Whether a setting was found as a state, or what a log says happened to it. */
public enum Change {
    /** Found in a snapshot: when it came is not known from it. */
    PRESENT,
    ADDED,
    CHANGED,
    ENABLED,
    DISABLED,
    REMOVED;

    /** True where the setting was switched off or taken away, so that it can do no harm from then on. */
    public boolean ends() {
        return this == DISABLED || this == REMOVED;
    }
}
