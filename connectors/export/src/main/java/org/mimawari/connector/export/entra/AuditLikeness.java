package org.mimawari.connector.export.entra;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds the record that a row of the portal's audit table shows, as that table has no ids: by correlation, activity,
 * second and target. Remembers the first 500,000 records; rows behind them count as records of their own.
 */
final class AuditLikeness {

    private static final int MOST = 500_000;

    private final Map<Long, Long> byLikeness = new HashMap<>();

    /** The identity under which to admit the record. */
    long identity(AuditRecord record) {
        if (record.id().isEmpty()) {
            return byLikeness.getOrDefault(record.likeness(), record.fingerprint());
        }
        long identity = record.fingerprint();
        if (byLikeness.size() < MOST) {
            byLikeness.putIfAbsent(record.likeness(), identity);
        }
        return identity;
    }
}
