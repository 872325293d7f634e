package org.mimawari.evidence;

import java.time.Instant;
import java.util.Set;

/**
 * What is usual in the whole organisation, as far as a single mailbox is judged by it.
 *
 * @param countries countries from which a twentieth of the mailboxes, at least three, signed in on five days
 * @param egress addresses from which a tenth of the mailboxes, at least three, signed in on five days: offices, VPN exits
 * @param mailboxes how many mailboxes of its own the evidence shows
 * @param networks autonomous systems from which at least three mailboxes signed in on five days
 * @param weeks seven-day weeks since 1970-01-01 in which anybody signed in: elsewhere the logs may have gaps
 */
public record TenantHabits(
        Set<String> countries, Set<IpAddress> egress, int mailboxes, Set<Long> networks, Set<Long> weeks) {

    public static final TenantHabits UNKNOWN = new TenantHabits(Set.of(), Set.of(), 0);

    private static final long SECONDS_PER_WEEK = 7 * 86_400;

    public TenantHabits {
        countries = Set.copyOf(countries);
        egress = Set.copyOf(egress);
        networks = Set.copyOf(networks);
        weeks = Set.copyOf(weeks);
    }

    /** The week since 1970-01-01 in which a moment lies. */
    public static long week(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS_PER_WEEK);
    }

    public TenantHabits(Set<String> countries, Set<IpAddress> egress, int mailboxes) {
        this(countries, egress, mailboxes, Set.of(), Set.of());
    }
}
