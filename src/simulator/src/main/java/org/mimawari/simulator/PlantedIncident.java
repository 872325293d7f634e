package org.mimawari.simulator;

import java.time.Instant;

/**
 * A takeover that was put into the company.
 *
 * @param id {@code S0} to {@code S4}
 * @param from the first malicious act
 * @param to the last one
 */
public record PlantedIncident(String id, String mailbox, Instant from, Instant to) {}
