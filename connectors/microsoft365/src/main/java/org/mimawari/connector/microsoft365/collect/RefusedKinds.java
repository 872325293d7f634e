package org.mimawari.connector.microsoft365.collect;

import java.util.EnumMap;
import java.util.Map;
import org.mimawari.live.Reason;
import org.mimawari.live.ServiceException;

/**
 * Tells a permission that is missing from mailboxes that are excluded by policy: one refusal proves nothing, the same one
 * at five different mailboxes before any was shown does. Safe for several threads.
 */
final class RefusedKinds {

    private static final int ENOUGH = 5;

    private static final class Count {
        private int refused;
        private boolean shown;
    }

    private final Map<Kind, Count> counts = new EnumMap<>(Kind.class);
    private final Map<Kind, ServiceException> stopped = new EnumMap<>(Kind.class);

    /** True where the kind is not asked for any more. */
    synchronized boolean stopped(Kind kind) {
        return stopped.containsKey(kind);
    }

    /** The kinds that are not asked for any more, each with the reason, to be named once for the tenant. */
    synchronized Map<Kind, ServiceException> stopped() {
        return Map.copyOf(stopped);
    }

    synchronized void shown(Kind kind) {
        counts.computeIfAbsent(kind, any -> new Count()).shown = true;
    }

    synchronized void refused(Kind kind, ServiceException why) {
        boolean permission = why.reason() == Reason.PERMISSION_MISSING || why.reason() == Reason.POLICY_EXCLUDED;
        if (!permission) {
            return;
        }
        Count count = counts.computeIfAbsent(kind, any -> new Count());
        count.refused++;
        if (!count.shown && count.refused >= ENOUGH) {
            stopped.put(kind, why.as(Reason.PERMISSION_MISSING,
                    "the application lacks " + kind.permission() + ", or no mailbox is in its scope"));
        }
    }
}
