package org.mimawari.connector.export.entra;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.Position;

/** Where Entra places the address: country, position and autonomous system, each as far as the record has it. */
final class SignInPlace {

    private static final Map<String, String> CODES = codes();

    private SignInPlace() {}

    /** Some records spell the country out; habits need one word for it. */
    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            codes.put(new Locale("", code).getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
        }
        return Map.copyOf(codes);
    }

    static Place of(Tree fields) {
        Tree location = fields.at("locationDetails", "location");
        Optional<String> country = location.find("countryOrRegion").or(() -> location.text().flatMap(SignInPlace::last))
                .flatMap(SignInPlace::country);
        return Place.of(country, network(fields), position(location.at("geoCoordinates")));
    }

    /** The portal's tables write {@code Chiyoda, Tokyo, JP}. */
    private static Optional<String> last(String text) {
        String country = text.substring(text.lastIndexOf(',') + 1).strip();
        return country.isEmpty() ? Optional.empty() : Optional.of(country);
    }

    private static Optional<String> country(String raw) {
        String text = raw.strip();
        boolean unknown = text.isEmpty() || text.length() > 60 || text.equalsIgnoreCase("unknown")
                || text.equalsIgnoreCase("null") || text.equals("{PII Removed}");
        if (unknown) {
            return Optional.empty();
        }
        return Optional.of(text.length() == 2 ? text.toUpperCase(Locale.ROOT)
                : CODES.getOrDefault(text.toLowerCase(Locale.ROOT), text));
    }

    private static Optional<Long> network(Tree fields) {
        String digits = fields.find("autonomousSystemNumber").orElse("");
        boolean number = !digits.isEmpty() && digits.length() <= 10
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Optional.of(Long.parseLong(digits)).filter(value -> value > 0) : Optional.empty();
    }

    private static Optional<Position> position(Tree coordinates) {
        Optional<Double> latitude = coordinates.find("latitude").flatMap(SignInPlace::degrees);
        Optional<Double> longitude = coordinates.find("longitude").flatMap(SignInPlace::degrees);
        if (latitude.isEmpty() || longitude.isEmpty()) {
            return Optional.empty();
        }
        double north = latitude.get();
        double east = longitude.get();
        boolean onEarth = Math.abs(north) <= 90 && Math.abs(east) <= 180 && (north != 0 || east != 0);
        return onEarth ? Optional.of(new Position(north, east)) : Optional.empty();
    }

    private static Optional<Double> degrees(String text) {
        try {
            return text.length() > 30 ? Optional.empty() : Optional.of(Double.parseDouble(text));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
