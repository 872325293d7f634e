package org.mimawari.store.state;

import java.time.Instant;

/**
 * A source that evidence was read of.
 *
 * @param connector the connector it belongs to, as configured
 * @param system the mail system its evidence counts for
 * @param place where reading left off, in the connector's words; empty where it cannot be read on
 * @param readAt the round that last read of it
 */
public record KnownSource(String connector, String name, String system, String place, Instant readAt) {}
