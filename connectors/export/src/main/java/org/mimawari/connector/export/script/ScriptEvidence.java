package org.mimawari.connector.export.script;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.Fingerprint;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.AutoReply;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.RuleTrait;
import org.mimawari.sieve.SieveProblem;
import org.mimawari.sieve.SieveReading;
import org.mimawari.sieve.SieveRule;
import org.mimawari.sieve.Vacation;

/** Turns what a script does into evidence. One script is one record. */
final class ScriptEvidence {

    private final Optional<MailboxAddress> mailbox;
    private final Source source;
    private final boolean active;

    ScriptEvidence(Optional<MailboxAddress> mailbox, Source source, boolean active) {
        this.mailbox = mailbox;
        this.source = source;
        this.active = active;
    }

    void deliver(SieveReading reading, String text, EvidenceSink sink) {
        long fingerprint = Fingerprint.of("sieve", mailbox.map(MailboxAddress::text).orElse(source.name()), text);
        if (!reading.understood() && text.strip().isEmpty() || !sink.admit(fingerprint)) {
            return;
        }
        reading.rules().forEach(rule -> sink.accept(rule(rule)));
        reading.vacations().forEach(vacation -> sink.accept(reply(vacation)));
        if (reading.broken()) {
            sink.accept(unreadable(reading.problems()));
        }
    }

    private MailboxRule rule(SieveRule rule) {
        Set<RuleTrait> traits = EnumSet.noneOf(RuleTrait.class);
        traits.addAll(rule.traits());
        if (!active) {
            traits.add(RuleTrait.INACTIVE_SCRIPT);
        }
        return new MailboxRule(origin(rule.line()), rule.name(), rule.enabled(), rule.conditions(), rule.actions(), true,
                traits, Change.PRESENT, Actor.UNKNOWN);
    }

    private AutoReply reply(Vacation vacation) {
        return new AutoReply(origin(vacation.line()), active && vacation.enabled(), vacation.subject(),
                Optional.of(vacation.text()), true, Optional.empty(), Change.PRESENT, Actor.UNKNOWN);
    }

    /** A script that is broken may do more than could be read. */
    private MailboxRule unreadable(List<SieveProblem> problems) {
        Set<RuleTrait> traits = active ? EnumSet.of(RuleTrait.IN_ERROR)
                : EnumSet.of(RuleTrait.IN_ERROR, RuleTrait.INACTIVE_SCRIPT);
        return new MailboxRule(origin(problems.get(0).line()), source.path().getFileName().toString(), true, List.of(),
                List.of(), false, traits, Change.PRESENT, Actor.UNKNOWN);
    }

    private Origin origin(int line) {
        return new Origin(mailbox, Optional.empty(), EvidenceRef.line(source.name(), line));
    }
}
