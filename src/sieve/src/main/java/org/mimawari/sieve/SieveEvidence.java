package org.mimawari.sieve;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.AutoReply;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.RuleTrait;

/**
 * Says in evidence what a script does, so that the same script gives the same rules whether it came from a file or from
 * the server. One script is one record.
 */
public final class SieveEvidence {

    private final Optional<MailboxAddress> mailbox;
    private final UnaryOperator<String> sources;
    private final boolean active;

    /**
     * @param sources where the script of a name was read, as reports cite it
     * @param active false for a script that the server keeps but does not run
     */
    public SieveEvidence(Optional<MailboxAddress> mailbox, UnaryOperator<String> sources, boolean active) {
        this.mailbox = mailbox;
        this.sources = sources;
        this.active = active;
    }

    /**
     * Rules, then automatic replies, then one unreadable rule where the script is broken and may do more than was read.
     * A server refuses a script that is broken, so that none of it is in force (RFC 5228 section 2.10.6).
     */
    public List<Evidence> of(String script, SieveReading reading) {
        List<Evidence> evidence = new ArrayList<>();
        boolean runs = active && !reading.broken();
        reading.rules().forEach(rule -> evidence.add(rule(rule, runs)));
        reading.vacations().forEach(vacation -> evidence.add(reply(vacation, runs)));
        if (reading.broken()) {
            evidence.add(unreadable(script, reading.problems().get(0).line()));
        }
        return evidence;
    }

    private MailboxRule rule(SieveRule rule, boolean runs) {
        Set<RuleTrait> traits = EnumSet.noneOf(RuleTrait.class);
        traits.addAll(rule.traits());
        if (!runs) {
            traits.add(RuleTrait.INACTIVE_SCRIPT);
        }
        return new MailboxRule(origin(rule.script(), rule.line()), rule.name(), rule.enabled(), rule.conditions(),
                rule.actions(), true, traits, Change.PRESENT, Actor.UNKNOWN);
    }

    private AutoReply reply(Vacation vacation, boolean runs) {
        return new AutoReply(origin(vacation.script(), vacation.line()), runs && vacation.enabled(),
                vacation.subject(), Optional.of(vacation.text()), true, vacation.end(), Change.PRESENT, Actor.UNKNOWN);
    }

    /** Named by script and line, so that no readable rule of the same name stands in for it. */
    private MailboxRule unreadable(String script, int line) {
        Set<RuleTrait> traits = active ? EnumSet.of(RuleTrait.IN_ERROR)
                : EnumSet.of(RuleTrait.IN_ERROR, RuleTrait.INACTIVE_SCRIPT);
        return new MailboxRule(origin(script, line), script + ".sieve:" + line, true, List.of(), List.of(), false,
                traits, Change.PRESENT, Actor.UNKNOWN);
    }

    private Origin origin(String script, int line) {
        return new Origin(mailbox, Optional.empty(), EvidenceRef.line(sources.apply(script), line));
    }
}
