package org.mimawari.scan;

import com.maxmind.db.Reader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.Position;

/**
 * Countries and networks from MaxMind DB files that the operator supplies: a country, city or ASN database, or several.
 * Safe for one thread.
 */
public final class MmdbPlaces implements PlaceTable, AutoCloseable {

    private final List<Reader> readers;

    /** @throws IOException where a file is missing or is no MaxMind DB */
    public MmdbPlaces(List<Path> files) throws IOException {
        readers = new ArrayList<>();
        for (Path file : files) {
            readers.add(new Reader(file.toFile()));
        }
    }

    @Override
    public Place place(IpAddress address) {
        Place place = Place.UNKNOWN;
        for (Reader reader : readers) {
            place = joined(place, lookUp(reader, address));
        }
        return place;
    }

    @Override
    public void close() throws IOException {
        for (Reader reader : readers) {
            reader.close();
        }
    }

    private static Place lookUp(Reader reader, IpAddress address) {
        try {
            Map<?, ?> row = reader.get(InetAddress.getByName(address.text()), Map.class);
            return row == null ? Place.UNKNOWN : place(row);
        } catch (IOException unreadable) {
            return Place.UNKNOWN;
        }
    }

    /** Field names differ: MaxMind nests the country, free tables write {@code country_code}. */
    private static Place place(Map<?, ?> row) {
        Optional<String> country = text(row, "country_code").or(() -> nested(row, "country", "iso_code"));
        Optional<Long> network = number(row, "autonomous_system_number").or(() -> number(row, "asn"));
        Optional<Position> position = row.get("location") instanceof Map<?, ?> location
                && location.get("latitude") instanceof Double latitude
                && location.get("longitude") instanceof Double longitude
                ? Optional.of(new Position(latitude, longitude)) : Optional.empty();
        return Place.of(country, network, position);
    }

    private static Place joined(Place first, Place second) {
        return Place.of(first.country().or(second::country), first.network().or(second::network),
                first.position().or(second::position));
    }

    private static Optional<String> text(Map<?, ?> row, String name) {
        return row.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> nested(Map<?, ?> row, String outer, String inner) {
        return row.get(outer) instanceof Map<?, ?> map ? text(map, inner) : Optional.empty();
    }

    private static Optional<Long> number(Map<?, ?> row, String name) {
        return row.get(name) instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
    }
}
