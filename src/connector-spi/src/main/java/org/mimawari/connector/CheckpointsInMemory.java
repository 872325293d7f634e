package org.mimawari.connector;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers for as long as the process lives; every round ends well for it. Safe for several threads. */
public final class CheckpointsInMemory implements Checkpoints {

    private final Map<String, String> places = new ConcurrentHashMap<>();

    @Override
    public Optional<String> find(String source) {
        return Optional.ofNullable(places.get(source));
    }

    @Override
    public Set<String> sources() {
        return Set.copyOf(places.keySet());
    }

    @Override
    public void put(String source, String place) {
        places.put(source, place);
    }

    @Override
    public void keep(String source) {}

    @Override
    public void replace(String source) {
        places.remove(source);
    }

    @Override
    public void withdraw(String source) {
        places.remove(source);
    }
}
