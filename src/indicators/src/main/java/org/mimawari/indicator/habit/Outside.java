package org.mimawari.indicator.habit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.TenantHabits;
import org.mimawari.indicator.network.KnownNetworks;

/**
 * Sign-ins that could be a stranger's. Left out are the organisation's shared exits, its private network, security
 * services that act for their customers, and the provider's own machines.
 */
public final class Outside {

    private Outside() {}

    /** Sign-ins picked once for a mailbox. */
    private record Successes(List<SignIn> list) {}

    /** Sign-ins picked once for a mailbox. */
    private record History(List<SignIn> list) {}

    /** The dated successes from outside, in order of time. */
    public static List<SignIn> successes(MailboxEvidence evidence) {
        return evidence.derived(Successes.class, Outside::pickSuccesses).list();
    }

    /** All dated successes, from wherever, in order of time. */
    public static List<SignIn> history(MailboxEvidence evidence) {
        return evidence.derived(History.class, Outside::pickHistory).list();
    }

    /** Those of the history that habits may be learnt from: not an intruder's while an incident is open. */
    public static List<SignIn> teachers(MailboxEvidence evidence) {
        if (evidence.openIncident().isEmpty()) {
            return history(evidence);
        }
        Teaching teaching = new Teaching(evidence);
        return history(evidence).stream().filter(signIn -> teaching.isAllowed(signIn.ip(), signIn.time().orElseThrow()))
                .toList();
    }

    private static Successes pickSuccesses(MailboxEvidence evidence) {
        List<SignIn> picked = new ArrayList<>();
        for (SignIn signIn : evidence.signIns()) {
            if (signIn.succeeded() && isOutside(signIn, evidence)) {
                picked.add(signIn);
            }
        }
        return new Successes(Collections.unmodifiableList(picked));
    }

    private static History pickHistory(MailboxEvidence evidence) {
        List<SignIn> picked = new ArrayList<>();
        for (SignIn signIn : evidence.signIns()) {
            if (signIn.succeeded() && signIn.time().isPresent()) {
                picked.add(signIn);
            }
        }
        return new History(Collections.unmodifiableList(picked));
    }

    public static boolean isOutside(SignIn signIn, MailboxEvidence evidence) {
        return signIn.time().isPresent() && isOutside(signIn.ip(), signIn.place(), evidence.tenant());
    }

    /** An exit that lies in a country nobody else uses is no exit of the organisation. */
    public static boolean isOutside(Optional<IpAddress> ip, Place place, TenantHabits tenant) {
        if (KnownNetworks.isSecurityProxy(place) || KnownNetworks.isProvider(place)) {
            return false;
        }
        boolean inside = ip.isPresent() && (ip.get().isLocal() || tenant.egress().contains(ip.get()));
        Set<String> usual = tenant.countries();
        boolean oddCountry = !usual.isEmpty() && place.country().isPresent()
                && !usual.contains(place.country().get());
        return !inside || oddCountry;
    }
}
