package org.mimawari.announce;

import java.time.Instant;

/**
 * An announcement that a channel has not taken yet.
 *
 * @param id of this entry: one announcement waits once for each channel
 * @param announcement the announcement's id
 * @param since when it was put into the outbox
 * @param attempts how often it was tried in vain
 */
public record Waiting(String id, String channel, String announcement, Instant since, int attempts) {}
