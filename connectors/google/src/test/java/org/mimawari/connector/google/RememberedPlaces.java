package org.mimawari.connector.google;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.Checkpoints;

/** Checkpoints of rounds in memory; those of a round that did not end well are thrown away. */
final class RememberedPlaces implements Checkpoints {

    private final Map<String, String> good = new HashMap<>();
    private final Map<String, String> current = new HashMap<>();
    private final Set<String> replaced = new HashSet<>();
    private final Set<String> renewed = new HashSet<>();
    private final Set<String> kept = new HashSet<>();

    /** The round ended well. */
    RememberedPlaces end() {
        good.putAll(current);
        return begin();
    }

    /** A round begins; what the one before did not end is forgotten. */
    RememberedPlaces begin() {
        current.clear();
        replaced.clear();
        renewed.clear();
        kept.clear();
        return this;
    }

    Set<String> replaced() {
        return replaced;
    }

    Set<String> renewed() {
        return renewed;
    }

    /** True where the round that is on said something about the source. */
    boolean speaksOf(String source) {
        return current.containsKey(source) || kept.contains(source) || replaced.contains(source);
    }

    /** True where nothing came, changed or went. */
    boolean nothingNew() {
        return replaced.isEmpty() && renewed.isEmpty() && kept.containsAll(current.keySet());
    }

    @Override
    public Optional<String> find(String source) {
        return Optional.ofNullable(good.get(source)).filter(place -> !place.isEmpty());
    }

    @Override
    public Set<String> sources() {
        return Set.copyOf(good.keySet());
    }

    @Override
    public void put(String source, String place) {
        current.put(source, place);
    }

    @Override
    public void keep(String source) {
        kept.add(source);
    }

    @Override
    public void replace(String source) {
        replaced.add(source);
    }

    @Override
    public void renew(String source) {
        renewed.add(source);
    }

    @Override
    public void withdraw(String source) {
        replaced.add(source);
    }
}
