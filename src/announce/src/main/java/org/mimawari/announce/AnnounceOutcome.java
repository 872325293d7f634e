package org.mimawari.announce;

import java.util.List;

/**
 * What became of the announcements that were due. The caller logs both lists: nobody else does.
 *
 * @param delivered how many were taken
 * @param postponed sentences about those that will be tried again: for a warning
 * @param givenUp sentences about those that will not, and about a broken outbox: for an error
 */
public record AnnounceOutcome(int delivered, List<String> postponed, List<String> givenUp) {

    public AnnounceOutcome {
        postponed = List.copyOf(postponed);
        givenUp = List.copyOf(givenUp);
    }
}
