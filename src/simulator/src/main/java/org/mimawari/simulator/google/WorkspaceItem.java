package org.mimawari.simulator.google;

import java.time.Instant;

/**
 * One record of a list.
 *
 * @param time when it happened; the epoch for one that only is
 */
public record WorkspaceItem(Instant time, String json) {

    public static WorkspaceItem of(String json) {
        return new WorkspaceItem(Instant.EPOCH, json);
    }
}
