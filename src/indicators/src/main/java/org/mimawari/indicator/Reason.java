package org.mimawari.indicator;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The facts behind a finding, by name. The report's sentence for the indicator names them in braces; no text is built
 * in an indicator.
 */
public final class Reason {

    public static final Reason NONE = new Reason(new TreeMap<>());

    private final SortedMap<String, Fact> facts;

    private Reason(SortedMap<String, Fact> facts) {
        this.facts = Collections.unmodifiableSortedMap(facts);
    }

    public static Reason text(String name, String value) {
        return NONE.andText(name, value);
    }

    public static Reason number(String name, long value) {
        return NONE.andNumber(name, value);
    }

    public static Reason time(String name, Instant value) {
        return NONE.andTime(name, value);
    }

    public Reason andText(String name, String value) {
        return and(name, new Fact.Text(value));
    }

    public Reason andTexts(String name, List<String> values) {
        return and(name, new Fact.Texts(values));
    }

    public Reason andNumber(String name, long value) {
        return and(name, new Fact.Number(value));
    }

    public Reason andShare(String name, double value) {
        return and(name, new Fact.Share(value));
    }

    public Reason andTime(String name, Instant value) {
        return and(name, new Fact.Time(value));
    }

    public Reason andSpan(String name, Duration value) {
        return and(name, new Fact.Span(value));
    }

    public Reason and(String name, Fact fact) {
        SortedMap<String, Fact> more = new TreeMap<>(facts);
        more.put(name, fact);
        return new Reason(more);
    }

    /** The facts in alphabetical order of their names. */
    public SortedMap<String, Fact> facts() {
        return facts;
    }

    public Optional<Fact> find(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reason reason && facts.equals(reason.facts);
    }

    @Override
    public int hashCode() {
        return facts.hashCode();
    }

    @Override
    public String toString() {
        return "Reason" + facts;
    }
}
