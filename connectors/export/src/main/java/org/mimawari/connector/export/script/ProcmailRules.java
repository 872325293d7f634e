package org.mimawari.connector.export.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleAction.Type;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleTrait;

/** Says in rules what recipes do. A message that a recipe delivers goes no further, unless the recipe took a copy. */
final class ProcmailRules {

    private static final int MOST_CONDITIONS = 200;
    private static final int LONGEST_VALUE = 1_000;
    private static final Set<String> OTHER_FILES = Set.of("INCLUDERC", "SWITCHRC");

    private final FilterOrigin origin;
    private final List<Evidence> evidence = new ArrayList<>();
    private final Map<String, String> variables = new HashMap<>(Map.of("DEFAULT", "/var/mail/$LOGNAME",
            "ORGMAIL", "/var/mail/$LOGNAME", "SENDMAIL", "/usr/sbin/sendmail"));

    ProcmailRules(FilterOrigin origin) {
        this.origin = origin;
    }

    List<Evidence> evidence() {
        return evidence;
    }

    void run(List<ProcmailRecipe> recipes) {
        walk(recipes, List.of());
        if (isNowhere(expanded("$DEFAULT"))) {
            evidence.add(origin.rule(1, "DEFAULT", List.of(), List.of(RuleAction.of(Type.DISCARD)), Set.of()));
        }
    }

    private void walk(List<ProcmailRecipe> recipes, List<RuleCondition> outer) {
        List<RuleCondition> before = List.of();
        int[] takers = takers(recipes);
        for (int i = 0; i < recipes.size(); i++) {
            ProcmailRecipe recipe = recipes.get(i);
            if (recipe.kind() == ProcmailRecipe.Kind.ASSIGNMENT) {
                assign(recipe);
                continue;
            }
            List<RuleCondition> own = new ArrayList<>(outer);
            // A and a: only if the recipe before matched; E and e: only if it did not (procmailrc(5)).
            boolean together = recipe.has('A') || recipe.has('a');
            own.addAll(together ? before : List.of());
            if (recipe.has('E') || recipe.has('e')) {
                own.addAll(negated(before));
            }
            List<RuleCondition> conditions = conditions(recipe);
            own.addAll(conditions);
            before = together ? before : conditions;
            List<RuleCondition> capped = own.subList(0, Math.min(own.size(), MOST_CONDITIONS));
            act(recipe, capped, takers[i] < 0 ? Optional.empty() : Optional.of(recipes.get(takers[i])));
        }
    }

    /** For each recipe, the next one behind it that takes every message; −1 where there is none. */
    private static int[] takers(List<ProcmailRecipe> recipes) {
        int[] takers = new int[recipes.size()];
        int taker = -1;
        for (int i = recipes.size() - 1; i >= 0; i--) {
            takers[i] = taker;
            ProcmailRecipe recipe = recipes.get(i);
            boolean takesAll = recipe.kind() == ProcmailRecipe.Kind.RECIPE && !recipe.goesOn()
                    && (recipe.conditions().isEmpty() || recipe.has('A') || recipe.has('a'));
            taker = takesAll ? i : taker;
        }
        return takers;
    }

    private List<RuleCondition> conditions(ProcmailRecipe recipe) {
        List<RuleCondition> conditions = new ArrayList<>();
        for (String each : recipe.conditions()) {
            String text = each.startsWith("$") ? expanded(each) : each;
            ProcmailCondition.of(text, recipe.flags()).ifPresent(conditions::add);
        }
        return conditions;
    }

    /** One condition denied is exact; of several, one has to fail, which is shown as nothing but a note. */
    private static List<RuleCondition> negated(List<RuleCondition> before) {
        return before.size() == 1 ? List.of(new RuleCondition(before.get(0).field(), !before.get(0).negated(), before.get(0).values()))
                : before.isEmpty() ? List.of() : List.of(RuleCondition.of(RuleCondition.Field.OTHER, List.of("otherwise")));
    }

    private void act(ProcmailRecipe recipe, List<RuleCondition> conditions, Optional<ProcmailRecipe> behind) {
        for (String condition : recipe.conditions()) {
            ProcmailCondition.program(condition).map(program -> new PipedProgram(expanded(program)).action())
                    .filter(action -> action.type() == Type.EXECUTE).ifPresent(action -> add(recipe, conditions, action, Set.of()));
        }
        if (!recipe.block().isEmpty()) {
            walk(recipe.block(), conditions);
            return;
        }
        RuleAction action = action(recipe);
        if (action.type() == Type.KEEP || recipe.action().isEmpty()) {
            return;
        }
        if (action.type() == Type.REPLY) {
            evidence.add(origin.reply(recipe.line(), Optional.empty(), Optional.empty()));
        }
        add(recipe, conditions, action, traits(recipe, action, behind));
    }

    private void add(ProcmailRecipe recipe, List<RuleCondition> conditions, RuleAction action, Set<RuleTrait> traits) {
        String name = recipe.comment().isEmpty() || recipe.comment().length() > 200 ? origin.name() : recipe.comment();
        evidence.add(origin.rule(recipe.line(), name, conditions, List.of(action), traits));
    }

    private RuleAction action(ProcmailRecipe recipe) {
        String line = expanded(recipe.action());
        if (line.startsWith("!")) {
            List<String> targets = Arrays.stream(line.substring(1).strip().split("[\\s,]+"))
                    .filter(word -> !word.isEmpty() && !word.startsWith("-")).limit(50).toList();
            boolean own = !targets.isEmpty() && targets.stream().allMatch(origin::isOwn);
            return own ? RuleAction.of(Type.KEEP) : new RuleAction(Type.REDIRECT, targets);
        }
        if (line.startsWith("|") || line.contains("=|") || line.contains("= |")) {
            return new PipedProgram(line.substring(line.indexOf('|') + 1)).action();
        }
        if (isNowhere(line)) {
            return RuleAction.of(Type.DISCARD);
        }
        boolean inbox = line.startsWith("/var/mail/") || line.startsWith("/var/spool/mail/") || recipe.action().matches(
                "\\$\\{?(DEFAULT|ORGMAIL)\\}?/?");
        return inbox ? RuleAction.of(Type.KEEP) : RuleAction.of(recipe.has('c') ? Type.COPY : Type.MOVE, line);
    }

    private static boolean isNowhere(String place) {
        return place.strip().equals("/dev/null");
    }

    private Set<RuleTrait> traits(ProcmailRecipe recipe, RuleAction action, Optional<ProcmailRecipe> behind) {
        Set<RuleTrait> traits = EnumSet.noneOf(RuleTrait.class);
        if (!recipe.goesOn()) {
            traits.add(RuleTrait.STOPS);
        }
        boolean leaves = action.type().sendsAway() || action.type() == Type.EXECUTE && !recipe.has('f');
        if (leaves && (!recipe.goesOn() || vanishes(behind))) {
            traits.add(RuleTrait.KEEPS_NO_COPY);
        }
        return traits;
    }

    /** Whether what goes on is thrown away or sent away by the next recipe that takes every message. */
    private boolean vanishes(Optional<ProcmailRecipe> taker) {
        return taker.map(next -> action(next).type()).map(type -> type == Type.DISCARD || type == Type.REDIRECT)
                .orElseGet(() -> isNowhere(expanded("$DEFAULT")));
    }

    private void assign(ProcmailRecipe recipe) {
        int equals = recipe.action().indexOf('=');
        String name = (equals < 0 ? recipe.action() : recipe.action().substring(0, equals)).strip();
        String value = equals < 0 ? "" : expanded(unquoted(recipe.action().substring(equals + 1).strip()));
        if (OTHER_FILES.contains(name) && !value.isEmpty()) {
            evidence.add(origin.unseen(recipe.line(), name + "=" + value, Set.of()));
        }
        if (variables.size() < 1_000 || variables.containsKey(name)) {
            variables.put(name, value);
        }
        int open = value.indexOf('`');
        if (open >= 0) {
            int close = value.indexOf('`', open + 1);
            RuleAction action = new PipedProgram(value.substring(open + 1, close < 0 ? value.length() : close)).action();
            evidence.add(origin.rule(recipe.line(), origin.name(), List.of(), List.of(action), Set.of()));
        }
    }

    /** Variables by the values they have at this place; those of the environment stay as they are written. */
    private String expanded(String text) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (int start = text.indexOf('$'); start >= 0 && result.length() < LONGEST_VALUE; start = text.indexOf('$', at)) {
            boolean braced = start + 1 < text.length() && text.charAt(start + 1) == '{';
            int from = start + (braced ? 2 : 1);
            int end = from;
            while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
                end++;
            }
            int next = braced && end < text.length() && text.charAt(end) == '}' ? end + 1 : end;
            String value = variables.getOrDefault(text.substring(from, end), text.substring(start, next));
            result.append(text, at, start).append(value);
            at = next;
        }
        result.append(text, at, text.length());
        return result.length() <= LONGEST_VALUE ? result.toString() : result.substring(0, LONGEST_VALUE);
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2 && "\"'".indexOf(text.charAt(0)) >= 0 && text.charAt(text.length() - 1) == text.charAt(0);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
