package org.mimawari.sieve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleAction.Type;

/** Brings action commands to the actions that rules of every mail system share. */
final class Actions {

    private static final Set<String> PROGRAMS = Set.of("pipe", "execute", "filter", "vnd.dovecot.pipe",
            "vnd.dovecot.execute", "vnd.dovecot.filter");
    private static final Set<String> OTHER = Set.of("addheader", "deleteheader", "replaceheader", "enclose", "convert",
            "snooze", "report", "vnd.dovecot.report");

    private final Variables variables;

    Actions(Variables variables) {
        this.variables = variables;
    }

    /** What the command does to a message; empty for commands that do nothing to it. */
    List<RuleAction> of(Command command) {
        return switch (command.name()) {
            case "keep" -> withFlags(command, RuleAction.of(Type.KEEP));
            case "discard" -> List.of(RuleAction.of(Type.DISCARD));
            case "reject", "ereject", "refuse" -> List.of(RuleAction.of(Type.REJECT));
            case "redirect" -> List.of(new RuleAction(Type.REDIRECT, last(command)));
            case "fileinto" -> withFlags(command,
                    new RuleAction(has(command, "copy") ? Type.COPY : Type.MOVE, last(command)));
            case "setflag", "addflag" -> flags(last(command));
            case "mark" -> List.of(RuleAction.of(Type.FLAG));
            case "vacation" -> List.of(RuleAction.of(Type.REPLY));
            case "notify" -> List.of(new RuleAction(Type.NOTIFY, notified(command)));
            case "stop" -> List.of(RuleAction.of(Type.STOP));
            default -> others(command);
        };
    }

    private List<RuleAction> others(Command command) {
        if (PROGRAMS.contains(command.name())) {
            return List.of(new RuleAction(Type.EXECUTE, texts(command).stream().flatMap(List::stream).limit(20).toList()));
        }
        return OTHER.contains(command.name()) ? List.of(new RuleAction(Type.OTHER, List.of(command.name()))) : List.of();
    }

    private List<RuleAction> withFlags(Command command, RuleAction action) {
        Optional<List<String>> flags = after(command, "flags");
        List<RuleAction> actions = new ArrayList<>(List.of(action));
        flags.ifPresent(values -> actions.addAll(flags(values)));
        return actions;
    }

    /** RFC 5232: a message marked as deleted is gone at the next clean-up. Several flags may stand in one string. */
    private static List<RuleAction> flags(List<String> values) {
        List<RuleAction> actions = new ArrayList<>();
        String all = String.join(" ", values).toLowerCase(Locale.ROOT);
        if (all.contains("\\seen")) {
            actions.add(RuleAction.of(Type.MARK_READ));
        }
        if (all.contains("\\deleted")) {
            actions.add(RuleAction.of(Type.DELETE));
        }
        return actions.isEmpty() ? List.of(RuleAction.of(Type.FLAG)) : actions;
    }

    /** RFC 5435: {@code mailto:} makes a notification a copy that leaves; the older form names method and options. */
    private List<String> notified(Command command) {
        List<String> methods = new ArrayList<>(last(command));
        after(command, "options").ifPresent(methods::addAll);
        return methods.stream().map(method -> method.toLowerCase(Locale.ROOT).startsWith("mailto:")
                ? method.substring(7).split("\\?", 2)[0] : method).toList();
    }

    Vacation vacation(Command command, boolean enabled) {
        List<String> last = last(command);
        return new Vacation(command.line(), enabled, after(command, "subject").flatMap(v -> v.stream().findFirst()),
                after(command, "from").flatMap(v -> v.stream().findFirst()), last.isEmpty() ? "" : last.get(0));
    }

    boolean keepsCopy(Command command) {
        return has(command, "copy");
    }

    List<String> last(Command command) {
        List<List<String>> texts = texts(command);
        return texts.isEmpty() ? List.of() : texts.get(texts.size() - 1);
    }

    List<List<String>> texts(Command command) {
        return command.arguments().stream().filter(Argument.Texts.class::isInstance).map(Argument.Texts.class::cast)
                .map(texts -> texts.values().stream().map(variables::resolved).toList()).toList();
    }

    /** The strings that directly follow this tag. */
    Optional<List<String>> after(Command command, String tag) {
        int at = command.arguments().indexOf(new Argument.Tag(tag));
        boolean follows = at >= 0 && at + 1 < command.arguments().size();
        return follows && command.arguments().get(at + 1) instanceof Argument.Texts texts
                ? Optional.of(texts.values().stream().map(variables::resolved).toList()) : Optional.empty();
    }

    static boolean has(Command command, String tag) {
        return command.arguments().contains(new Argument.Tag(tag));
    }
}
