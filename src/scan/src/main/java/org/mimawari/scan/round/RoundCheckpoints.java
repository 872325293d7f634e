package org.mimawari.scan.round;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.Checkpoints;
import org.mimawari.scan.StateFailure;
import org.mimawari.store.state.EvidenceArchive;
import org.mimawari.store.state.KnownSource;
import org.mimawari.store.state.StateException;

/** The checkpoints of one connector in one round. Forgetting is done at once, within the round's transaction. */
final class RoundCheckpoints implements Checkpoints {

    private final EvidenceArchive archive;
    private final String connector;
    private final Map<String, KnownSource> known = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final Set<String> kept = new HashSet<>();
    private final Set<String> replaced = new HashSet<>();
    private final Set<String> renewed = new HashSet<>();
    private final Set<String> gone = new HashSet<>();

    RoundCheckpoints(EvidenceArchive archive, String connector) throws StateException {
        this.archive = archive;
        this.connector = connector;
        for (KnownSource source : archive.sources()) {
            if (source.connector().equals(connector)) {
                known.put(source.name(), source);
            }
        }
    }

    @Override
    public Optional<String> find(String source) {
        return Optional.ofNullable(known.get(source)).map(KnownSource::place).filter(place -> !place.isEmpty());
    }

    @Override
    public Set<String> sources() {
        return Set.copyOf(known.keySet());
    }

    @Override
    public void put(String source, String place) {
        places.put(source, place);
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
        gone.add(source);
        forget(source);
    }

    @Override
    public void restate(String source) {
        try {
            archive.forgetCoverage(connector, source);
        } catch (StateException e) {
            throw new StateFailure(e);
        }
    }

    /** The sources that are read anew from their beginning. */
    Set<String> replaced() {
        return replaced;
    }

    /** True where the source is read from its beginning, but may have lost what it showed. */
    boolean isRenewed(String source) {
        return renewed.contains(source);
    }

    /** True where the connector said something about this source. */
    boolean speaksOf(String source) {
        return places.containsKey(source) || kept.contains(source) || replaced.contains(source) || renewed.contains(source)
                || gone.contains(source);
    }

    /** True where the connector said nothing at all: it knows no checkpoints. */
    boolean isSilent() {
        return places.isEmpty() && kept.isEmpty() && replaced.isEmpty() && renewed.isEmpty() && gone.isEmpty();
    }

    /** True where nothing came, changed or went, by what the connector said. */
    boolean foundNothingNew() {
        return replaced.isEmpty() && renewed.isEmpty() && gone.isEmpty() && places.entrySet().stream()
                .allMatch(place -> find(place.getKey()).equals(Optional.of(place.getValue())));
    }

    /** The source as it was known before this round. */
    Optional<KnownSource> before(String source) {
        return Optional.ofNullable(known.get(source));
    }

    /** Where reading of the source left off: as said now, or as before where it was left alone. */
    String place(String source) {
        String before = kept.contains(source) ? find(source).orElse("") : "";
        return places.getOrDefault(source, before);
    }

    Set<String> spokenOf() {
        Set<String> all = new HashSet<>(places.keySet());
        all.addAll(kept);
        return all;
    }

    private void forget(String source) {
        try {
            archive.forget(connector, source);
        } catch (StateException e) {
            throw new StateFailure(e);
        }
    }
}
