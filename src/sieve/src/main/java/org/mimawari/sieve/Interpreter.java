package org.mimawari.sieve;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleAction.Type;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleTrait;
import org.mimawari.sieve.Conditions.Meaning;

/** Walks through a script's commands, branch by branch, and notes what is done under which condition. */
final class Interpreter {

    private static final int MOST_RULES = 10_000;
    private static final int MOST_INCLUDES = 50;
    private static final Set<String> NO_ACTION = Set.of("require", "set", "global", "import", "export", "return", "break",
            "removeflag", "unmark", "denotify", "setdate", "foreverypart", "error");

    private final String script;
    private final ScriptLibrary library;
    private final List<SieveProblem> problems;
    private final Variables variables = new Variables();
    private final Conditions conditions = new Conditions(variables);
    private final Actions actions = new Actions(variables);
    private final Set<String> included = new HashSet<>();
    private final List<SieveRule> rules = new ArrayList<>();
    private final List<Vacation> vacations = new ArrayList<>();

    /** The branch being walked through: its name, the conditions that lead to it, and whether it can run at all. */
    private record Branch(String name, List<RuleCondition> conditions, boolean any, boolean enabled, boolean kept) {

        Branch under(String inner, Meaning meaning) {
            List<RuleCondition> all = new ArrayList<>(conditions);
            all.addAll(meaning.conditions());
            boolean oneIsEnough = conditions.isEmpty() ? meaning.any() : any && meaning.conditions().isEmpty();
            return new Branch(inner, all, oneIsEnough, enabled && meaning.fixed() != Meaning.Fixed.NEVER, kept);
        }

        Branch dead() {
            return new Branch(name, conditions, any, false, kept);
        }

        Branch keeping(boolean keeps) {
            return new Branch(name, conditions, any, enabled, kept || keeps);
        }
    }

    Interpreter(String script, ScriptLibrary library, List<SieveProblem> problems) {
        this.script = script;
        this.library = library;
        this.problems = problems;
    }

    void run(List<Command> commands) {
        walk(commands, new Branch(script, List.of(), false, true, false));
    }

    List<SieveRule> rules() {
        return rules;
    }

    List<Vacation> vacations() {
        return vacations;
    }

    private void walk(List<Command> commands, Branch start) {
        Branch branch = start.keeping(keepsLater(commands));
        List<Command> together = new ArrayList<>();
        Meaning otherwise = Meaning.ALWAYS;
        for (Command command : commands) {
            boolean isBranch = command.name().equals("if") || command.name().equals("elsif")
                    || command.name().equals("else");
            if (!isBranch) {
                step(command, together, branch);
                if (command.name().equals("stop")) {
                    finish(together, branch);
                    branch = branch.dead();
                }
                continue;
            }
            finish(together, branch);
            otherwise = branch(command, command.name().equals("if") ? Meaning.ALWAYS : otherwise, branch);
        }
        finish(together, branch);
    }

    /** An unconditional keep or fileinto further down leaves a copy, whatever a branch before it did. */
    private boolean keepsLater(List<Command> commands) {
        return commands.stream().anyMatch(command -> command.name().equals("keep")
                || command.name().equals("fileinto") && !Actions.has(command, "copy"));
    }

    /** Walks into a branch; gives what is left for the branches after it. */
    private Meaning branch(Command command, Meaning before, Branch outer) {
        Meaning own = command.tests().isEmpty() ? Meaning.ALWAYS : conditions.meaning(command.tests().get(0));
        Branch reached = outer.under(RuleName.find(command.comment()).orElse(outer.name()), before);
        walk(command.block(), reached.under(reached.name(), own));
        Meaning failed = own.negated();
        if (before.fixed() == Meaning.Fixed.NEVER || failed.fixed() == Meaning.Fixed.NEVER) {
            return Meaning.NEVER;
        }
        List<RuleCondition> all = new ArrayList<>(before.conditions());
        all.addAll(failed.conditions());
        return all.isEmpty() ? Meaning.ALWAYS : new Meaning(all, false, Meaning.Fixed.DEPENDS);
    }

    private void step(Command command, List<Command> together, Branch branch) {
        switch (command.name()) {
            case "set" -> set(command);
            case "include" -> include(command, branch);
            case "vacation" -> {
                vacations.add(actions.vacation(command, branch.enabled()));
                together.add(command);
            }
            default -> {
                if (!command.block().isEmpty()) {
                    walk(command.block(), branch);
                } else if (!actions.of(command).isEmpty()) {
                    together.add(command);
                } else if (!NO_ACTION.contains(command.name())) {
                    problem(command, "the command '" + capped(command.name()) + "' is not known");
                }
            }
        }
    }

    private void set(Command command) {
        List<List<String>> texts = actions.texts(command);
        if (texts.size() == 2 && !texts.get(0).isEmpty() && !texts.get(1).isEmpty()) {
            List<String> modifiers = command.arguments().stream().filter(Argument.Tag.class::isInstance)
                    .map(Argument.Tag.class::cast).map(Argument.Tag::name).toList();
            variables.set(texts.get(0).get(0), texts.get(1).get(0), modifiers);
        }
    }

    /** RFC 6609: a personal script is read in place, once; a global one belongs to the administrator and is not visible. */
    private void include(Command command, Branch branch) {
        String name = actions.last(command).stream().findFirst().orElse("");
        if (Actions.has(command, "global")) {
            problem(command, "includes the global script '" + capped(name) + "', which is not visible");
            return;
        }
        if (!included.add(name) || included.size() > MOST_INCLUDES) {
            return;
        }
        Optional<String> text = library.find(name);
        if (text.isPresent()) {
            walk(SieveReader.commands(text.get(), problems), new Branch(name, branch.conditions(), branch.any(),
                    branch.enabled(), branch.kept()));
        } else if (!Actions.has(command, "optional")) {
            problem(command, "includes the script '" + capped(name) + "', which was not found");
        }
    }

    /** Actions that follow one another in a branch are one rule; one that only keeps the message is none. */
    private void finish(List<Command> together, Branch branch) {
        List<RuleAction> done = together.stream().flatMap(command -> actions.of(command).stream()).toList();
        boolean matters = done.stream().anyMatch(action -> action.type() != Type.KEEP && action.type() != Type.STOP);
        if (matters && rules.size() < MOST_RULES) {
            rules.add(new SieveRule(branch.name(), together.get(0).line(), branch.enabled(), branch.conditions(), done,
                    traits(together, done, branch)));
        }
        together.clear();
    }

    private Set<RuleTrait> traits(List<Command> together, List<RuleAction> done, Branch branch) {
        Set<RuleTrait> traits = EnumSet.noneOf(RuleTrait.class);
        if (branch.any()) {
            traits.add(RuleTrait.ANY_CONDITION);
        }
        if (done.stream().anyMatch(action -> action.type() == Type.STOP)) {
            traits.add(RuleTrait.STOPS);
        }
        // RFC 5228 section 4.2: redirect cancels the implicit keep, unless :copy (RFC 3894) or an explicit keep is there.
        boolean stays = branch.kept() || done.stream().anyMatch(a -> a.type() == Type.KEEP || a.type() == Type.MOVE);
        boolean cancels = together.stream().anyMatch(c -> c.name().equals("redirect") && !actions.keepsCopy(c));
        if (cancels && !stays) {
            traits.add(RuleTrait.KEEPS_NO_COPY);
        }
        return traits;
    }

    private void problem(Command where, String what) {
        if (problems.size() < Parser.MOST_PROBLEMS) {
            problems.add(new SieveProblem(where.line(), what));
        }
    }

    private static String capped(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100);
    }
}
