package org.mimawari.evidence;

import java.util.Optional;

/**
 * What is known about where a network address belongs: from the provider's own record, or from an operator's offline
 * table. Nothing here is ever asked of a third party.
 *
 * @param country ISO 3166 code in upper case, or a country name where the source gives only that
 * @param network autonomous system number
 * @param position latitude and longitude in degrees
 */
public record Place(Optional<String> country, Optional<Long> network, Optional<Position> position) {

    public static final Place UNKNOWN = new Place(Optional.empty(), Optional.empty(), Optional.empty());

    public static Place of(Optional<String> country, Optional<Long> network, Optional<Position> position) {
        boolean unknown = country.isEmpty() && network.isEmpty() && position.isEmpty();
        return unknown ? UNKNOWN : new Place(country, network, position);
    }

    public static Place inCountry(String country) {
        return new Place(Optional.of(country), Optional.empty(), Optional.empty());
    }

    public boolean isUnknown() {
        return country.isEmpty() && network.isEmpty() && position.isEmpty();
    }
}
