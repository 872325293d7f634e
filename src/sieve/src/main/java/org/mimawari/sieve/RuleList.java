package org.mimawari.sieve;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleAction.Type;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleTrait;

/** Collects rules: actions that follow one another in a branch are one; one that only keeps the message is none. */
final class RuleList {

    private static final int MOST_RULES = 50_000;
    private static final int MOST_ACTIONS = 200;

    private final Actions actions;
    private final List<SieveRule> rules = new ArrayList<>();
    private final List<Vacation> vacations = new ArrayList<>();
    private final List<Command> together = new ArrayList<>();
    private Branch branch = Branch.of("");
    private boolean full;

    RuleList(Actions actions) {
        this.actions = actions;
    }

    List<SieveRule> rules() {
        return rules;
    }

    List<Vacation> vacations() {
        return vacations;
    }

    /** True where the script has more rules than are kept. */
    boolean isFull() {
        return full;
    }

    void take(Command command, Branch where) {
        Optional<String> name = RuleName.find(command.comment());
        if (name.isPresent() || together.size() >= MOST_ACTIONS) {
            finish();
        }
        branch = together.isEmpty() ? where.named(name.orElse(where.name()))
                : branch.keeping(where.kept(), where.keptLater());
        together.add(command);
    }

    void add(Branch where, int line, RuleAction action) {
        add(new SieveRule(where.script(), where.name(), line, where.enabled(), where.meaning().conditions(),
                List.of(action), traits(where, List.of(), List.of(action))));
    }

    void reply(Vacation vacation, Branch where) {
        if (vacations.size() < MOST_RULES) {
            vacations.add(new Vacation(vacation.script(), vacation.line(), vacation.enabled(), vacation.subject(),
                    vacation.from(), vacation.text(), end(where.meaning().conditions())));
        }
    }

    /** The actions collected so far are a rule. */
    void finish() {
        List<RuleAction> done = together.stream().flatMap(command -> actions.of(command).stream()).toList();
        boolean matters = done.stream().anyMatch(action -> action.type() != Type.KEEP && action.type() != Type.STOP);
        if (matters) {
            add(new SieveRule(branch.script(), branch.name(), together.get(0).line(), branch.enabled(),
                    branch.meaning().conditions(), done, traits(branch, together, done)));
        }
        together.clear();
    }

    private void add(SieveRule rule) {
        full |= rules.size() >= MOST_RULES;
        if (!full) {
            rules.add(rule);
        }
    }

    private static Set<RuleTrait> traits(Branch branch, List<Command> together, List<RuleAction> done) {
        Set<RuleTrait> traits = EnumSet.noneOf(RuleTrait.class);
        if (branch.meaning().any()) {
            traits.add(RuleTrait.ANY_CONDITION);
        }
        boolean stops = done.stream().anyMatch(action -> action.type() == Type.STOP);
        if (stops) {
            traits.add(RuleTrait.STOPS);
        }
        boolean stays = branch.kept() || branch.keptLater() && !stops || done.stream().anyMatch(Branch::leavesMessage);
        if (!stays && sendsAway(done) && cancelsKeep(together)) {
            traits.add(RuleTrait.KEEPS_NO_COPY);
        }
        return traits;
    }

    private static boolean sendsAway(List<RuleAction> done) {
        return done.stream().anyMatch(action -> action.type().sendsAway() || action.type() == Type.EXECUTE);
    }

    /** RFC 5228 section 2.10.2: redirect cancels the implicit keep unless {@code :copy} is given (RFC 3894); so does pipe. */
    private static boolean cancelsKeep(List<Command> together) {
        return together.stream().anyMatch(command -> switch (command.name()) {
            case "redirect", "pipe", "vnd.dovecot.pipe" -> !Arguments.of(command.arguments()).has("copy");
            case "discard", "reject", "ereject", "refuse" -> true;
            default -> false;
        });
    }

    /** The end of a holiday as filter editors write it: {@code currentdate :value "le" "date" "2026-01-31"}. */
    private static Optional<Instant> end(List<RuleCondition> conditions) {
        return conditions.stream().filter(condition -> !condition.negated() && condition.values().size() == 4
                && condition.values().get(0).equals("currentdate") && condition.values().get(1).matches("l[et]"))
                .flatMap(condition -> moment(condition.values()).stream()).findFirst();
    }

    private static Optional<Instant> moment(List<String> values) {
        try {
            return switch (values.get(2)) {
                case "date" -> Optional.of(day(LocalDate.parse(values.get(3)), values.get(1)));
                case "iso8601" -> Optional.of(OffsetDateTime.parse(values.get(3)).toInstant());
                default -> Optional.empty();
            };
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static Instant day(LocalDate date, String relation) {
        LocalDate last = relation.equals("le") ? date.plusDays(1) : date;
        return last.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
