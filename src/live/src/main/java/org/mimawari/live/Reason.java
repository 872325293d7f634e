package org.mimawari.live;

import java.util.Locale;

/** Why a kind of evidence could not be collected, or not whole; the words stand in every report. */
public enum Reason {
    PERMISSION_MISSING, LICENCE_MISSING, POLICY_EXCLUDED, NO_MAILBOX, OBJECT_GONE, THROTTLED, SERVICE_ERROR, AUTH_FAILED,
    NOT_SUPPORTED_IN_CLOUD, NOT_VISIBLE, BAD_DATA, OUT_OF_RETENTION, PAGING_LOOP, FOREIGN_LINK, PAGE_EXPIRED,
    INTERRUPTED, UNREACHABLE;

    /** For example {@code permission-missing}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True where looking again later may show more; false where the tenant does not give it. */
    public boolean isPassing() {
        return switch (this) {
            case PERMISSION_MISSING, LICENCE_MISSING, POLICY_EXCLUDED, NO_MAILBOX, OBJECT_GONE, NOT_SUPPORTED_IN_CLOUD,
                    NOT_VISIBLE, OUT_OF_RETENTION -> false;
            default -> true;
        };
    }
}
