package org.mimawari.indicator.signin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.habit.Acquaintance;
import org.mimawari.indicator.habit.Episodes;
import org.mimawari.indicator.habit.Episodes.Episode;
import org.mimawari.indicator.habit.Outside;
import org.mimawari.indicator.habit.SourceHabits;

/**
 * Finds sign-ins with something the mailbox has not had before: a country, a network, a protocol. The first sign-ins
 * ever seen are not new but the beginning of the evidence, unless the mailbox has other habits, or the organisation has
 * its usual countries; then they count as a cold start. Learns what is known when it is first asked. Not safe for
 * several threads.
 */
final class Newcomers {

    private final MailboxEvidence evidence;
    private final Function<SignIn, Optional<String>> value;
    private final Set<String> usual;
    private final boolean usualSaysEnough;
    private Optional<Acquaintance> learnt = Optional.empty();

    /** @param usual values that are ordinary in the whole organisation */
    Newcomers(MailboxEvidence evidence, Function<SignIn, Optional<String>> value, Set<String> usual) {
        this(evidence, value, usual, false);
    }

    /** @param usualSaysEnough whether a mailbox without a history may be judged by what is usual */
    private Newcomers(MailboxEvidence evidence, Function<SignIn, Optional<String>> value, Set<String> usual,
            boolean usualSaysEnough) {
        this.evidence = evidence;
        this.value = value;
        this.usual = usual;
        this.usualSaysEnough = usualSaysEnough && !usual.isEmpty();
    }

    private Acquaintance known() {
        if (learnt.isEmpty()) {
            learnt = Optional.of(Acquaintance.of(Outside.teachers(evidence), value));
        }
        return learnt.get();
    }

    static Newcomers byCountry(MailboxEvidence evidence) {
        return new Newcomers(evidence, signIn -> signIn.place().country(), evidence.tenant().countries(), true);
    }

    static Newcomers byNetwork(MailboxEvidence evidence) {
        Set<String> usual = evidence.tenant().networks().stream().map(String::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new Newcomers(evidence, signIn -> signIn.place().network().map(String::valueOf), usual);
    }

    static Newcomers byNeighbourhood(MailboxEvidence evidence) {
        return new Newcomers(evidence, signIn -> signIn.ip().map(IpAddress::neighbourhood), Set.of());
    }

    boolean isNew(SignIn signIn) {
        Optional<String> text = value.apply(signIn);
        return text.isPresent() && !usual.contains(text.get()) && signIn.time().isPresent()
                && isNew(text.get(), signIn.time().get());
    }

    private boolean isNew(String text, Instant when) {
        boolean comparable = known().hasHistory(when) || usualSaysEnough
                || known().knewOthers(text, when);
        return comparable && !known().knows(text, when);
    }

    /** True where there are too few days before to be sure. */
    boolean isCold(SignIn signIn) {
        return signIn.time().filter(known()::hasHistory).isEmpty();
    }

    /** What the mailbox knew at that moment, at most ten values. */
    List<String> known(SignIn signIn) {
        return signIn.time().map(known()::known).orElse(List.of());
    }

    /** One finding for each new value, episode and kind of source (the owner's usual one or not). */
    List<Finding> findings(IndicatorProfile profile, Predicate<SignIn> also) {
        List<SignIn> fresh = new ArrayList<>();
        for (SignIn signIn : Outside.successes(evidence)) {
            if (also.test(signIn) && isNew(signIn)) {
                fresh.add(signIn);
            }
        }
        if (fresh.isEmpty()) {
            return List.of();
        }
        SourceHabits habits = SourceHabits.of(evidence);
        List<Finding> findings = new ArrayList<>();
        for (boolean own : new boolean[] {false, true}) {
            List<SignIn> half = fresh.stream().filter(signIn -> habits.isHabitual(signIn) == own).toList();
            for (Episode<SignIn> episode : Episodes.of(half, signIn -> value.apply(signIn).orElse(""))) {
                findings.add(finding(profile, episode, own));
            }
        }
        return findings;
    }

    private Finding finding(IndicatorProfile profile, Episode<SignIn> episode, boolean own) {
        Finding plain = SignInFinding.of(profile, evidence, episode.key() + (own ? " own device" : ""),
                episode.pieces(), SignInReason.of(episode.pieces()).andTexts("usual", known(episode.first())));
        Finding weighed = isCold(episode.first()) ? plain.times(Multiplier.COLD_START) : plain;
        return own ? SignInFinding.asHabitual(weighed) : weighed;
    }
}
