package org.mimawari.evidence;

import java.util.Set;

/**
 * What is usual in the whole organisation, as far as a single mailbox is judged by it.
 *
 * @param countries countries from which a twentieth of the mailboxes, at least three, signed in on five days
 * @param egress addresses from which a tenth of the mailboxes, at least three, signed in on five days: offices, VPN exits
 * @param mailboxes how many mailboxes of its own the evidence shows
 * @param networks autonomous systems from which at least three mailboxes signed in on five days
 */
public record TenantHabits(Set<String> countries, Set<IpAddress> egress, int mailboxes, Set<Long> networks) {

    public static final TenantHabits UNKNOWN = new TenantHabits(Set.of(), Set.of(), 0);

    public TenantHabits {
        countries = Set.copyOf(countries);
        egress = Set.copyOf(egress);
        networks = Set.copyOf(networks);
    }

    public TenantHabits(Set<String> countries, Set<IpAddress> egress, int mailboxes) {
        this(countries, egress, mailboxes, Set.of());
    }
}
