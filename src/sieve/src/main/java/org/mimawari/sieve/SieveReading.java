package org.mimawari.sieve;

import java.util.List;

/**
 * What a script does, as far as it could be read.
 *
 * @param problems what could not; empty for a script that was understood completely
 * @param understood true where at least one command was read
 * @param broken true where its syntax is, so that rules may be hidden in it
 */
public record SieveReading(
        List<SieveRule> rules, List<Vacation> vacations, List<SieveProblem> problems, boolean understood, boolean broken) {

    public SieveReading {
        rules = List.copyOf(rules);
        vacations = List.copyOf(vacations);
        problems = List.copyOf(problems);
    }
}
