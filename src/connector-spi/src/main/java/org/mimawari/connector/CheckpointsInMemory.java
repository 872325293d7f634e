package org.mimawari.connector;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers for as long as the process lives. */
public final class CheckpointsInMemory implements Checkpoints {

    private final Map<Place, String> states = new ConcurrentHashMap<>();

    private record Place(String source, String scope) {}

    @Override
    public Optional<String> find(String source, String scope) {
        return Optional.ofNullable(states.get(new Place(source, scope)));
    }

    @Override
    public void put(String source, String scope, String state) {
        states.put(new Place(source, scope), state);
    }
}
