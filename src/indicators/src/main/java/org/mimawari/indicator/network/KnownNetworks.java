package org.mimawari.indicator.network;

import java.util.Set;
import java.util.stream.Collectors;
import org.mimawari.evidence.Place;
import org.mimawari.indicator.words.FactList;

/** Networks that mean something by themselves, by autonomous system number. */
public final class KnownNetworks {

    private static final Set<Long> HOSTING = numbers("hosting-networks");
    private static final Set<Long> PROXIES = numbers("security-proxies");
    private static final Set<Long> PROVIDERS = numbers("provider-networks");

    private KnownNetworks() {}

    /** True for networks that rent out machines or carry VPN exits; people at home or at work are not in them. */
    public static boolean isHosting(Place place) {
        return isIn(HOSTING, place);
    }

    /** True for mail-security and web-security services that open links and sign in on behalf of the user. */
    public static boolean isSecurityProxy(Place place) {
        return isIn(PROXIES, place);
    }

    /** True for the mail provider's own machines, from which its services act in the user's name. */
    public static boolean isProvider(Place place) {
        return isIn(PROVIDERS, place);
    }

    private static boolean isIn(Set<Long> networks, Place place) {
        return place.network().isPresent() && networks.contains(place.network().get());
    }

    private static Set<Long> numbers(String list) {
        return FactList.load(list).keys().stream().map(Long::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
