package org.mimawari.indicator.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleTrait;
import org.mimawari.evidence.SettingChange;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.habit.SourceHabits;

/**
 * The factors that make a rule or setting count for more or less whatever it does: who made it, whether anybody knows
 * when, whether it was ever active. Not safe for several threads.
 */
public final class RuleCircumstances {

    private static final Multiplier SWITCHED_OFF = Multiplier.modifier("switched-off", 0.5);
    private static final Multiplier SYSTEM_ACTOR = Multiplier.modifier("system-actor", 0);
    private static final Multiplier STOP_FIRST = Multiplier.modifier("stop-first", 1.15);
    private static final Multiplier FOLDER_NEW = Multiplier.modifier("folder-new", 1.1);
    private static final Multiplier FOLDER_NAMELESS = Multiplier.modifier("folder-without-name", 1.4);
    private static final Set<String> FOLDER_MADE = Set.of("create", "createfolder", "new-mailboxfolder");
    private static final Duration JUST_BEFORE = Duration.ofHours(24);

    private final MailboxEvidence evidence;
    private Optional<SourceHabits> habits = Optional.empty();

    public RuleCircumstances(MailboxEvidence evidence) {
        this.evidence = evidence;
    }

    /** The factors for a rule; {@code undatedCounts} leaves out the one for states that carry no time. */
    List<Multiplier> of(SeenRule seen, boolean undatedCounts) {
        List<Multiplier> factors = new ArrayList<>(of(seen.rule(), seen.isUndated() && !undatedCounts));
        if (!seen.everActive()) {
            factors.add(SWITCHED_OFF);
        }
        if (seen.hiding().hides() || seen.sendsAway()) {
            stopsFirst(seen).ifPresent(factors::add);
            folder(seen).ifPresent(factors::add);
        }
        return factors;
    }

    /** The factors for whoever made a setting, and for not knowing when. */
    public List<Multiplier> of(Evidence made, boolean undated) {
        List<Multiplier> factors = new ArrayList<>();
        if (undated) {
            factors.add(Multiplier.UNDATED_STATE);
        }
        Actor actor = made.actor();
        if (actor.isSystem()) {
            factors.add(SYSTEM_ACTOR);
        } else if (actor.role() == Actor.Role.ADMIN) {
            factors.add(Multiplier.ADMIN_ACTOR);
        } else if (actor.role() != Actor.Role.DELEGATE && isHabitual(actor, made.time())) {
            factors.add(Multiplier.habitualSource(Family.RULES));
        }
        return factors;
    }

    boolean isHabitual(Actor actor, Optional<Instant> when) {
        return actor.ip().isPresent() && when.isPresent() && habits().isHabitual(actor, when.get());
    }

    SourceHabits habits() {
        if (habits.isEmpty()) {
            habits = Optional.of(SourceHabits.of(evidence));
        }
        return habits.get();
    }

    /** A new rule runs before the older ones; where it then stops them, none of them can bring the message back. */
    private static Optional<Multiplier> stopsFirst(SeenRule seen) {
        boolean stops = seen.rule().traits().contains(RuleTrait.STOPS) || seen.rule().does(RuleAction.Type.STOP);
        return stops && !seen.isUndated() ? Optional.of(STOP_FIRST) : Optional.empty();
    }

    private Optional<Multiplier> folder(SeenRule seen) {
        List<String> folders = seen.rule().actions().stream().filter(action -> action.type() == RuleAction.Type.MOVE)
                .flatMap(action -> action.targets().stream()).toList();
        if (folders.stream().map(Whereabouts::name).map(RuleNames::verdict)
                .anyMatch(verdict -> verdict == RuleNameVerdict.PUNCTUATION_ONLY
                        || verdict == RuleNameVerdict.INVISIBLE)) {
            return Optional.of(FOLDER_NAMELESS);
        }
        Optional<Instant> from = seen.when().from();
        boolean isNew = from.isPresent() && folders.stream().anyMatch(folder -> wasMadeBefore(folder, from.get()));
        return isNew ? Optional.of(FOLDER_NEW) : Optional.empty();
    }

    private boolean wasMadeBefore(String folder, Instant rule) {
        String name = Whereabouts.name(folder);
        return evidence.settingChanges().stream().filter(RuleCircumstances::makesFolder)
                .filter(change -> change.time().filter(made -> !made.isAfter(rule)
                        && made.isAfter(rule.minus(JUST_BEFORE))).isPresent())
                .anyMatch(change -> change.target().filter(made -> Whereabouts.name(made).equals(name)).isPresent());
    }

    private static boolean makesFolder(SettingChange change) {
        return FOLDER_MADE.contains(change.operation().toLowerCase(Locale.ROOT));
    }
}
