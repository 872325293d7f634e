package org.mimawari.live;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Tells a permission that is missing from mailboxes that are excluded by policy: one refusal proves nothing, the same one
 * at five different mailboxes before any was shown does. Safe for several threads.
 */
public final class RefusedKinds<K extends Enum<K>> {

    private static final int ENOUGH = 5;

    private static final class Count {
        private int refused;
        private boolean shown;
    }

    private final BiFunction<K, ServiceException, String> explanation;
    private final Map<K, Count> counts;
    private final Map<K, ServiceException> stopped;

    /** @param explanation says what is missing, of a kind and the last refusal */
    public RefusedKinds(Class<K> kinds, BiFunction<K, ServiceException, String> explanation) {
        this.explanation = explanation;
        this.counts = new EnumMap<>(kinds);
        this.stopped = new EnumMap<>(kinds);
    }

    /** True where the kind is not asked for any more. */
    public synchronized boolean stopped(K kind) {
        return stopped.containsKey(kind);
    }

    /** The kinds that are not asked for any more, each with the reason, to be named once for the tenant. */
    public synchronized Map<K, ServiceException> stopped() {
        return Map.copyOf(stopped);
    }

    /** A mailbox showed it. */
    public synchronized void shown(K kind) {
        counts.computeIfAbsent(kind, any -> new Count()).shown = true;
    }

    /** A mailbox did not show it. */
    public synchronized void refused(K kind, ServiceException why) {
        boolean permission = why.reason() == Reason.PERMISSION_MISSING || why.reason() == Reason.POLICY_EXCLUDED;
        if (!permission) {
            return;
        }
        Count count = counts.computeIfAbsent(kind, any -> new Count());
        count.refused++;
        if (!count.shown && count.refused >= ENOUGH) {
            stopped.put(kind, why.as(Reason.PERMISSION_MISSING, explanation.apply(kind, why)));
        }
    }
}
