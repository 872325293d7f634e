package org.mimawari.sieve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleAction.Type;

/** Brings action commands to the actions that rules of every mail system share. */
final class Actions {

    private static final int MOST_TARGETS = 50;
    private static final Set<String> RECIPIENT_FIELDS = Set.of("to", "cc", "bcc");
    /** Programs: vnd.dovecot.pipe, .execute and .filter; as tests too. */
    private static final Set<String> PROGRAMS = Set.of("pipe", "execute", "filter", "vnd.dovecot.pipe",
            "vnd.dovecot.execute", "vnd.dovecot.filter");
    /** RFC 5293, 5703, 9042, draft snooze, Cyrus calendars, Zimbra tags: they change the message or its place. */
    private static final Set<String> OTHER = Set.of("addheader", "deleteheader", "replaceheader", "replace", "enclose",
            "convert", "snooze", "processcalendar", "processimip", "tag", "store", "ereplies");

    private final Variables variables;

    Actions(Variables variables) {
        this.variables = variables;
    }

    static boolean isProgram(String name) {
        return PROGRAMS.contains(name);
    }

    /** What the command does to a message; empty for commands that do nothing to it. */
    List<RuleAction> of(Command command) {
        Arguments arguments = Arguments.of(command.arguments());
        return switch (command.name()) {
            case "keep" -> withFlags(arguments, RuleAction.of(Type.KEEP));
            case "discard" -> List.of(RuleAction.of(Type.DISCARD));
            case "reject", "ereject", "refuse" -> List.of(RuleAction.of(Type.REJECT));
            case "redirect" -> List.of(new RuleAction(Type.REDIRECT, last(arguments)));
            case "fileinto" -> withFlags(arguments, filed(arguments));
            case "implicit_keep_target" -> List.of(filed(arguments));
            case "setflag", "addflag" -> flags(last(arguments));
            case "mark", "flag" -> List.of(RuleAction.of(Type.FLAG));
            case "vacation" -> List.of(RuleAction.of(Type.REPLY));
            case "notify", "enotify" -> List.of(new RuleAction(Type.NOTIFY, notified(arguments)));
            case "report", "vnd.dovecot.report" -> List.of(new RuleAction(Type.NOTIFY, last(arguments)));
            case "stop" -> List.of(RuleAction.of(Type.STOP));
            default -> others(command, arguments);
        };
    }

    private List<RuleAction> others(Command command, Arguments arguments) {
        if (PROGRAMS.contains(command.name())) {
            return List.of(program(arguments));
        }
        return OTHER.contains(command.name()) ? List.of(new RuleAction(Type.OTHER, List.of(command.name()))) : List.of();
    }

    /** The program's name and its arguments. */
    RuleAction program(Arguments arguments) {
        return new RuleAction(Type.EXECUTE, arguments.texts().stream().flatMap(List::stream)
                .flatMap(text -> variables.possible(text).stream()).limit(20).toList());
    }

    /** RFC 8579: the folder with the special use is taken where there is one, else the one that is named. */
    private RuleAction filed(Arguments arguments) {
        Stream<String> special = arguments.of("specialuse").stream().flatMap(List::stream);
        List<String> targets = Stream.concat(last(arguments).stream(), special).limit(MOST_TARGETS).toList();
        return new RuleAction(arguments.has("copy") ? Type.COPY : Type.MOVE, targets);
    }

    private List<RuleAction> withFlags(Arguments arguments, RuleAction action) {
        List<RuleAction> actions = new ArrayList<>(List.of(action));
        arguments.of("flags").ifPresent(values -> actions.addAll(flags(variables.possible(values))));
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
    private List<String> notified(Arguments arguments) {
        List<String> methods = new ArrayList<>(last(arguments));
        for (String tag : new String[] {"method", "options"}) {
            arguments.of(tag).ifPresent(values -> methods.addAll(variables.possible(values)));
        }
        return methods.stream().flatMap(Actions::recipients).distinct().limit(MOST_TARGETS).toList();
    }

    /** RFC 6068: several addresses stand behind {@code mailto:}, and further ones in {@code to=}, {@code cc=}, {@code bcc=}. */
    private static Stream<String> recipients(String method) {
        if (!method.toLowerCase(Locale.ROOT).startsWith("mailto:")) {
            return Stream.of(method);
        }
        String[] parts = method.substring(7).split("\\?", 2);
        Stream<String> first = Stream.of(parts[0].split(","));
        Stream<String> further = parts.length < 2 ? Stream.empty() : Stream.of(parts[1].split("&"))
                .filter(field -> RECIPIENT_FIELDS.contains(field.split("=", 2)[0].toLowerCase(Locale.ROOT)))
                .flatMap(field -> Stream.of(field.substring(field.indexOf('=') + 1).split(",")));
        return Stream.concat(first, further).map(Actions::unescaped).filter(address -> !address.isBlank());
    }

    private static String unescaped(String address) {
        return address.replace("%40", "@").replace("%2B", "+").replace("%2b", "+").strip();
    }

    Vacation vacation(String script, Command command, boolean enabled) {
        Arguments arguments = Arguments.of(command.arguments());
        return new Vacation(script, command.line(), enabled, one(arguments, "subject"), one(arguments, "from"),
                last(arguments).stream().findFirst().orElse(""), Optional.empty());
    }

    private Optional<String> one(Arguments arguments, String tag) {
        return arguments.of(tag).map(variables::possible).flatMap(values -> values.stream().findFirst());
    }

    private List<String> last(Arguments arguments) {
        return variables.possible(arguments.last()).stream().limit(MOST_TARGETS).toList();
    }
}
