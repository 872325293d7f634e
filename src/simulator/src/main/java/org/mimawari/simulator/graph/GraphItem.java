package org.mimawari.simulator.graph;

import java.time.Instant;

/**
 * One record of a list.
 *
 * @param time by which the list may be filtered; the epoch where it has none
 * @param type by which sign-ins are told apart, or an empty text
 */
public record GraphItem(Instant time, String type, String json) {

    public static GraphItem of(String json) {
        return new GraphItem(Instant.EPOCH, "", json);
    }

    /** A rule that is shown to those only who ask for hidden ones. */
    public static GraphItem hidden(String json) {
        return new GraphItem(Instant.EPOCH, ExchangeCommands.HIDDEN, json);
    }

    public static GraphItem at(Instant time, String json) {
        return new GraphItem(time, "", json);
    }
}
