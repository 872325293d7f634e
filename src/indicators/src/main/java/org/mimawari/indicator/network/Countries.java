package org.mimawari.indicator.network;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.Position;
import org.mimawari.indicator.words.FactList;

/** Where a place lies and how exactly that is known; a bare country is its middle with a wide radius. */
public final class Countries {

    /** A point and the radius in kilometres within which the true place lies. */
    public record Spot(Position position, double radius) {

        /** The kilometres that certainly lie between the two; 0 where they may be the same place. */
        public double certainKilometresTo(Spot other) {
            return Math.max(0, position.kilometresTo(other.position) - radius - other.radius);
        }
    }

    private static final double FIXED_LINE = 50;
    private static final double MOBILE = 200;
    private static final Map<String, Spot> MIDDLES = middles();

    private Countries() {}

    /** The spot of a place, the wider where the client is a telephone; empty where not even its country is known. */
    public static Optional<Spot> find(Place place, Optional<String> client) {
        double radius = client.filter(Countries::isMobile).isPresent() ? MOBILE : FIXED_LINE;
        return place.position().map(position -> new Spot(position, radius))
                .or(() -> place.country().map(country -> MIDDLES.get(country.toUpperCase(Locale.ROOT))));
    }

    private static boolean isMobile(String client) {
        String lower = client.toLowerCase(Locale.ROOT);
        return lower.contains("iphone") || lower.contains("android") || lower.contains("mobile")
                || lower.contains("ipad");
    }

    private static Map<String, Spot> middles() {
        Map<String, Spot> spots = new HashMap<>();
        for (List<String> row : FactList.load("country-centroids").rows()) {
            Position middle = new Position(Double.parseDouble(row.get(1)), Double.parseDouble(row.get(2)));
            spots.put(row.get(0), new Spot(middle, Double.parseDouble(row.get(3))));
        }
        return Map.copyOf(spots);
    }
}
