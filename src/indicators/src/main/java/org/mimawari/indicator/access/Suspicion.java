package org.mimawari.indicator.access;

import com.google.common.base.Suppliers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.habit.Acquaintance;
import org.mimawari.indicator.habit.Outside;
import org.mimawari.indicator.habit.SourceHabits;
import org.mimawari.indicator.network.KnownNetworks;
import org.mimawari.indicator.signin.SignInIndicators;

/**
 * Whether a change was made in suspicious circumstances: soon after signs that a stranger signed in, or from where the
 * mailbox's owner never was. Costly to make, so made only where there is a change to judge. Immutable.
 */
final class Suspicion {

    private static final double STRONG = 0.25;

    private final MailboxEvidence evidence;
    private final Supplier<List<Finding>> entries;
    private final SourceHabits habits;
    private final Acquaintance countries;
    private final Acquaintance neighbourhoods;

    Suspicion(MailboxEvidence evidence) {
        this.evidence = evidence;
        this.entries = Suppliers.memoize(() -> entries(evidence));
        this.habits = SourceHabits.of(evidence);
        this.countries = Acquaintance.of(Outside.teachers(evidence), signIn -> signIn.place().country());
        this.neighbourhoods = Acquaintance.of(Outside.teachers(evidence),
                signIn -> signIn.ip().map(IpAddress::neighbourhood));
    }

    /**
     * True where a stranger made the change, or somebody other than the owner did, so soon after a stranger's
     * sign-in.
     */
    boolean surrounds(Evidence piece, Duration within) {
        return isByStranger(piece) || !isByOwner(piece) && followsEntry(piece, within);
    }

    /** True where signs of a stranger's sign-in lie at most so long before, or were still going on. */
    private boolean followsEntry(Evidence piece, Duration within) {
        return piece.time().filter(when -> entries.get().stream()
                .anyMatch(entry -> isWithin(entry.when(), when, within))).isPresent();
    }

    /**
     * True where the signs of a stranger's sign-in so long before weigh more than a new country alone does: a journey
     * with a new telephone is no break-in.
     */
    boolean followsStrongEntry(Evidence piece, Duration within) {
        Map<String, Double> strongest = new HashMap<>();
        piece.time().ifPresent(when -> entries.get().stream().filter(entry -> isWithin(entry.when(), when, within))
                .forEach(entry -> strongest.merge(entry.indicator().id(), entry.points(), Math::max)));
        return strongest.values().stream().mapToDouble(Double::doubleValue).sum() >= STRONG;
    }

    private static List<Finding> entries(MailboxEvidence evidence) {
        return SignInIndicators.ofEntry().stream().flatMap(each -> each.examine(evidence).stream())
                .filter(Suspicion::matters).toList();
    }

    /** True where the change came from a place that is new to a mailbox with a history. */
    private boolean isByStranger(Evidence piece) {
        Actor actor = piece.actor();
        return actor.ip().isPresent() && piece.time().filter(when -> isStrange(actor, when)).isPresent();
    }

    boolean isByOwner(Evidence piece) {
        return piece.time().filter(when -> habits.isHabitual(piece.actor(), when)).isPresent();
    }

    private boolean isStrange(Actor actor, Instant when) {
        boolean outside = Outside.isOutside(actor.ip(), actor.place(), evidence.tenant());
        if (!outside || habits.isHabitual(actor, when) || !countries.hasHistory(when)) {
            return false;
        }
        Optional<String> country = actor.place().country();
        if (country.isPresent()) {
            boolean usual = evidence.tenant().countries().contains(country.get())
                    || countries.knows(country.get(), when);
            return !usual || KnownNetworks.isHosting(actor.place());
        }
        return !neighbourhoods.knows(actor.ip().orElseThrow().neighbourhood(), when);
    }

    private static boolean isWithin(TimeRange entry, Instant when, Duration within) {
        return entry.isKnown() && !entry.from().orElseThrow().isAfter(when)
                && !entry.to().orElseThrow().isBefore(when.minus(within));
    }

    private static boolean matters(Finding finding) {
        return finding.level().isAtLeast(Level.MEDIUM)
                && finding.multipliers().stream().noneMatch(Multiplier::isHabitual);
    }
}
