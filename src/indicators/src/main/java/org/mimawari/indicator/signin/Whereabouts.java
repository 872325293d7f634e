package org.mimawari.indicator.signin;

import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.SignIn;

/** Compares where two addresses belong, as far as that is known. */
final class Whereabouts {

    private Whereabouts() {}

    static boolean differ(SignIn one, SignIn other) {
        return one.ip().isPresent() && other.ip().isPresent()
                && differ(one.ip().get(), one.place(), other.ip().get(), other.place());
    }

    /** True where both certainly belong to different networks; IPv4 and IPv6 of one provider are not told apart. */
    static boolean differ(IpAddress ip, Place place, IpAddress otherIp, Place otherPlace) {
        if (place.network().isPresent() && otherPlace.network().isPresent()) {
            return !place.network().equals(otherPlace.network());
        }
        return ip.isVersion6() == otherIp.isVersion6() && !WideRange.of(ip).equals(WideRange.of(otherIp));
    }
}
