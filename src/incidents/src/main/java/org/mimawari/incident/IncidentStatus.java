package org.mimawari.incident;

/** How an incident stands after a round, compared with the round before. */
public enum IncidentStatus {
    /** Seen for the first time. */
    NEW,
    /** Seen before, and graver now: a higher level, or another stage of the attack. */
    ESCALATED,
    /** Seen before and unchanged. */
    OPEN,
    /** Its settings are gone, and it has been quiet long enough. */
    RESOLVED,
    /** Somebody answers for it; silent until it escalates. */
    ACKNOWLEDGED;

    /** True where it needs somebody now. */
    public boolean isWorse() {
        return this == NEW || this == ESCALATED;
    }

    /** True where administrators have to be told, once. */
    public boolean isNews() {
        return this == NEW || this == ESCALATED || this == RESOLVED;
    }
}
