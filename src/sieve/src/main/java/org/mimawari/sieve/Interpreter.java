package org.mimawari.sieve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mimawari.evidence.RuleAction;

/** Walks through a script's commands, branch by branch, and notes what is done under which condition. */
final class Interpreter {

    private static final Set<String> BRANCHES = Set.of("if", "elsif", "else", "disabled_if");
    private static final Set<String> ENDS = Set.of("stop", "error", "return");
    /** Commands that do nothing to the message, among them tests that Zimbra and Cyrus allow as commands. */
    private static final Set<String> NO_ACTION = Set.of("break", "removeflag", "unmark", "denotify", "setdate",
            "foreverypart", "debug_log", "log", "vnd.cyrus.log");
    private static final Set<String> SETS_AT_RUN_TIME = Set.of("global", "import", "export", "extracttext");

    private final List<SieveProblem> problems;
    private final Variables variables = new Variables();
    private final Conditions conditions = new Conditions(variables);
    private final Actions actions = new Actions(variables);
    private final RuleList rules;
    private final Includes includes;

    Interpreter(ScriptLibrary library, List<SieveProblem> problems) {
        this.problems = problems;
        this.rules = new RuleList(actions);
        this.includes = new Includes(library, problems);
    }

    void run(String script, List<Command> commands) {
        includes.enter(script, () -> walk(commands, Branch.of(script)));
    }

    RuleList rules() {
        return rules;
    }

    /** True where the script surely ends within these commands. */
    private boolean walk(List<Command> commands, Branch start) {
        boolean[] keptLater = keptLater(commands, start.keptLater());
        Branch branch = start;
        Meaning otherwise = Meaning.ALWAYS;
        boolean ended = false;
        for (int i = 0; i < commands.size(); i++) {
            Command command = commands.get(i);
            branch = branch.keeping(false, keptLater[i]);
            if (BRANCHES.contains(command.name())) {
                rules.finish();
                boolean first = command.name().endsWith("if") && !command.name().equals("elsif");
                Meaning before = first ? Meaning.ALWAYS : otherwise;
                Meaning own = command.tests().isEmpty() ? Meaning.ALWAYS : conditions.meaning(command.tests().get(0));
                ended |= enter(command, branch, before, own);
                otherwise = before.and(own.negated());
            } else {
                ended |= step(command, branch);
                branch = branch.keeping(keeps(command), keptLater[i]);
            }
            if (ended || ENDS.contains(command.name())) {
                rules.finish();
                branch = branch.dead();
            }
        }
        rules.finish();
        return ended && start.isCertain();
    }

    /** For each command, whether one behind it leaves the message in the mailbox before the script ends. */
    private boolean[] keptLater(List<Command> commands, boolean after) {
        boolean[] kept = new boolean[commands.size()];
        boolean later = after;
        for (int i = commands.size() - 1; i >= 0; i--) {
            kept[i] = later;
            later = !ENDS.contains(commands.get(i).name()) && (later || keeps(commands.get(i)));
        }
        return kept;
    }

    private static boolean keeps(Command command) {
        return command.name().equals("keep")
                || command.name().equals("fileinto") && !Arguments.of(command.arguments()).has("copy");
    }

    /** Walks into a branch; true where the script surely ends in it. */
    private boolean enter(Command command, Branch outer, Meaning before, Meaning own) {
        Branch named = outer.named(RuleName.find(command.comment()).orElse(outer.name()));
        Branch reached = named.under(before);
        programs(command.tests()).forEach(program -> rules.add(reached, command.line(), program));
        Branch inner = reached.under(own);
        boolean ended = walk(command.block(), command.name().equals("disabled_if") ? inner.dead() : inner);
        return ended && inner.isCertain();
    }

    /** Dovecot's {@code execute} and {@code filter} may stand in a condition and run their program all the same. */
    private Stream<RuleAction> programs(List<Test> tests) {
        return tests.stream().flatMap(test -> Stream.concat(
                Actions.isProgram(test.name()) ? Stream.of(actions.program(Arguments.of(test.arguments()))) : Stream.of(),
                programs(test.tests())));
    }

    /** True where the script surely ends here. */
    private boolean step(Command command, Branch branch) {
        switch (command.name()) {
            case "require" -> require(command);
            case "set" -> set(command, branch);
            case "include" -> {
                return include(command, branch);
            }
            case "vacation" -> {
                rules.reply(actions.vacation(branch.script(), command, branch.enabled()), branch);
                rules.take(command, branch);
            }
            default -> act(command, branch);
        }
        return command.name().equals("stop") || command.name().equals("error");
    }

    private void act(Command command, Branch branch) {
        if (SETS_AT_RUN_TIME.contains(command.name())) {
            Arguments.of(command.arguments()).last().forEach(variables::leaveOpen);
        } else if (!command.block().isEmpty()) {
            rules.finish();
            walk(command.block(), branch);
        } else if (!actions.of(command).isEmpty()) {
            rules.take(command, branch);
        } else if (!NO_ACTION.contains(command.name()) && !ENDS.contains(command.name())) {
            Includes.problem(problems, command, "the command '" + Includes.capped(command.name()) + "' is not known");
        }
    }

    private void require(Command command) {
        if (Arguments.of(command.arguments()).last().contains("variables")) {
            variables.require();
        }
    }

    private void set(Command command, Branch branch) {
        Arguments arguments = Arguments.of(command.arguments());
        List<List<String>> texts = arguments.texts();
        if (branch.enabled() && texts.size() == 2 && !texts.get(0).isEmpty() && !texts.get(1).isEmpty()) {
            Stream<String> modifiers = command.arguments().stream().filter(Argument.Tag.class::isInstance)
                    .map(Argument.Tag.class::cast).map(Argument.Tag::name);
            variables.set(texts.get(0).get(0), texts.get(1).get(0), modifiers, branch.isCertain());
        }
    }

    private boolean include(Command command, Branch branch) {
        rules.finish();
        Arguments arguments = Arguments.of(command.arguments());
        String name = variables.possible(arguments.last()).stream().findFirst().orElse("");
        Optional<List<Command>> commands = includes.find(command, arguments, name, branch.enabled());
        return commands.isPresent() && includes.enter(name, () -> walk(commands.get(), branch.in(name)));
    }
}
