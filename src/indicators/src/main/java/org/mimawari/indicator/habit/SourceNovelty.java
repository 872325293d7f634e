package org.mimawari.indicator.habit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;

/**
 * Whether somebody acted on a mailbox from a source that is new to it. Learns from successful sign-ins and from mail
 * access; without enough history before the moment nothing is called new. Immutable; safe for any thread.
 */
public final class SourceNovelty {

    private final MailboxEvidence evidence;
    private final SourceHabits habits;
    private final Acquaintance neighbourhoods;

    public static SourceNovelty of(MailboxEvidence evidence) {
        return evidence.derived(SourceNovelty.class, SourceNovelty::new);
    }

    private SourceNovelty(MailboxEvidence evidence) {
        this.evidence = evidence;
        this.habits = SourceHabits.of(evidence);
        List<Evidence> history = new ArrayList<>(Outside.history(evidence));
        evidence.mailAccesses().stream().filter(access -> access.time().isPresent()).forEach(history::add);
        history.sort(Comparator.comparing((Evidence piece) -> piece.time().orElseThrow()));
        Teaching teaching = new Teaching(evidence);
        history.removeIf(piece -> !teaching.isAllowed(ip(piece), piece.time().orElseThrow()));
        this.neighbourhoods = Acquaintance.of(history, SourceNovelty::neighbourhood);
    }

    /** True where the act came from outside, from an address whose neighbourhood the mailbox did not know. */
    public boolean isNew(Evidence piece) {
        Actor actor = piece.actor();
        return actor.ip().isPresent() && piece.time().filter(when -> isNew(actor, when)).isPresent();
    }

    /** True where the owner is known to come from there with that client. */
    public boolean isHabitual(Evidence piece) {
        return piece.time().filter(when -> habits.isHabitual(piece.actor(), when)).isPresent();
    }

    private boolean isNew(Actor actor, Instant when) {
        return Outside.isOutside(actor.ip(), actor.place(), evidence.tenant()) && !habits.isHabitual(actor, when)
                && neighbourhoods.hasHistory(when)
                && !neighbourhoods.knows(actor.ip().orElseThrow().neighbourhood(), when);
    }

    private static Optional<String> neighbourhood(Evidence piece) {
        return ip(piece).map(IpAddress::neighbourhood);
    }

    private static Optional<IpAddress> ip(Evidence piece) {
        return piece instanceof SignIn signIn ? signIn.ip() : piece.actor().ip();
    }
}
