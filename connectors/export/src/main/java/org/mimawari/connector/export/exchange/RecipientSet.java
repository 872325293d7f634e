package org.mimawari.connector.export.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mimawari.connector.Fingerprint;

/** Counts different recipients exactly and keeps the first thousand by name. */
final class RecipientSet {

    private static final int MOST_NAMED = 1_000;

    private Set<String> named = Set.of();
    private Set<Long> further = Set.of();

    void add(String address) {
        if (named.contains(address)) {
            return;
        }
        if (named.size() < MOST_NAMED) {
            named = named.isEmpty() ? new LinkedHashSet<>(4) : named;
            named.add(address);
            return;
        }
        further = further.isEmpty() ? new HashSet<>() : further;
        further.add(Fingerprint.of(address));
    }

    int size() {
        return named.size() + further.size();
    }

    List<String> named() {
        return new ArrayList<>(named);
    }

    void addAll(RecipientSet other) {
        other.named.forEach(this::add);
        if (!other.further.isEmpty()) {
            further = further.isEmpty() ? new HashSet<>() : further;
            further.addAll(other.further);
        }
    }
}
