package org.mimawari.indicator.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.SignIn;
import org.mimawari.indicator.habit.ClientFamily;
import org.mimawari.indicator.habit.Outside;
import org.mimawari.indicator.network.Countries;
import org.mimawari.indicator.network.KnownNetworks;

/** A session seen at an address: in a sign-in, or in what was done with it afterwards. */
record Sighting(String session, Instant when, IpAddress ip, Place place, Optional<String> client,
        Optional<String> device,
        Evidence evidence) {

    private static final double FAR = 500;
    private static final double FAST = 900;
    private static final Comparator<Sighting> IN_TIME = Comparator.comparing(Sighting::when)
            .thenComparing(sighting -> sighting.evidence().ref());

    /** The sightings outside the provider's own network of sessions that were seen more than once, in order of time. */
    static List<Sighting> repeated(MailboxEvidence evidence) {
        Map<String, Integer> counts = new HashMap<>();
        List<Sighting> sightings = all(evidence);
        sightings.forEach(sighting -> counts.merge(sighting.session(), 1, Integer::sum));
        sightings.removeIf(sighting -> counts.getOrDefault(sighting.session(), 0) < 2);
        sightings.sort(IN_TIME);
        return sightings;
    }

    private static List<Sighting> all(MailboxEvidence evidence) {
        List<Sighting> sightings = new ArrayList<>();
        for (SignIn signIn : Outside.history(evidence)) {
            if (isUsable(signIn, signIn.session(), signIn.ip(), signIn.place())) {
                sightings.add(new Sighting(signIn.session().orElseThrow(), signIn.time().orElseThrow(),
                        signIn.ip().orElseThrow(), signIn.place(), signIn.client(), signIn.device(), signIn));
            }
        }
        for (Evidence piece : evidence.all()) {
            Actor actor = piece.actor();
            if (!actor.isSystem() && isUsable(piece, actor.session(), actor.ip(), actor.place())) {
                sightings.add(new Sighting(actor.session().orElseThrow(), piece.time().orElseThrow(),
                        actor.ip().orElseThrow(), actor.place(), actor.client(), Optional.empty(), piece));
            }
        }
        return sightings;
    }

    private static boolean isUsable(Evidence piece, Optional<String> session, Optional<IpAddress> ip, Place place) {
        return session.isPresent() && !session.get().isBlank() && piece.time().isPresent()
                && ip.isPresent() && !ip.get().isLocal()
                && !KnownNetworks.isProvider(place) && !KnownNetworks.isSecurityProxy(place);
    }

    boolean isElsewhere(Sighting other) {
        return Whereabouts.differ(ip, place, other.ip, other.place);
    }

    /** True where nobody travels so far in the time between: 500 km at least, 900 km/h. */
    boolean isTooFarFrom(Sighting other) {
        if (place.country().equals(other.place.country())) {
            return false;
        }
        return Countries.find(place, client).flatMap(here -> Countries.find(other.place, other.client)
                .map(here::certainKilometresTo)).filter(far -> far >= FAR && far >= hoursTo(other) * FAST).isPresent();
    }

    private double hoursTo(Sighting other) {
        return Math.abs(Duration.between(when, other.when).toSeconds()) / 3600.0;
    }

    /** True where client or device are known on both sides and differ. */
    boolean isOtherClient(Sighting other) {
        boolean otherDevice = device.filter(id -> !id.isBlank()).flatMap(id -> other.device.filter(o -> !o.isBlank())
                .map(o -> !id.equals(o))).orElse(false);
        boolean otherClient = client.flatMap(mine -> other.client.map(theirs ->
                !mine.equals(theirs) && !ClientFamily.of(mine).equals(ClientFamily.of(theirs)))).orElse(false);
        return otherDevice || otherClient && !hasSameDevice(other);
    }

    boolean hasSameDevice(Sighting other) {
        return device.filter(id -> !id.isBlank() && other.device.filter(id::equals).isPresent()).isPresent();
    }
}
