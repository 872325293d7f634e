package org.mimawari.connector.export.script;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleAction.Type;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleTrait;

/**
 * Collects what the commands of an Exim filter do; those that follow one another in a branch are one rule. A delivery is
 * significant, so that nothing stays in the inbox, unless {@code unseen} stands before it (section 3.9).
 */
final class EximRules {

    private static final int MOST_EVIDENCE = 50_000;
    private static final Set<String> MAIL_KEYWORDS = Set.of("to", "cc", "bcc", "from", "reply_to", "subject", "text", "file",
            "log", "once", "once_repeat", "extra_headers", "return", "expand", "never_mail", "references");
    private static final Set<String> COMMANDS = Set.of("deliver", "save", "pipe", "mail", "vacation", "finish", "fail",
            "freeze", "defer", "logfile", "logwrite", "headers", "add", "noerror", "unseen", "seen", "testprint", "if",
            "elif", "else", "endif", "errors_to");

    private final FilterOrigin origin;
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<RuleAction> together = new ArrayList<>();
    private int line = 1;
    private boolean seen;
    private Optional<Boolean> prefix = Optional.empty();
    private boolean broken;

    /** Where in the filter a command stands. */
    record Place(List<RuleCondition> conditions, boolean any) {}

    EximRules(FilterOrigin origin) {
        this.origin = origin;
    }

    List<Evidence> evidence() {
        return evidence;
    }

    /** Reads one command. */
    void command(EximWords words) {
        int start = words.line();
        String name = words.keyword();
        words.take();
        switch (name) {
            case "unseen", "seen" -> prefix = Optional.of(name.equals("seen"));
            case "noerror" -> { }
            case "deliver" -> act(start, true, addressed(words.take()));
            case "save" -> act(start, true, saved(words.take(), words));
            case "pipe" -> act(start, true, new PipedProgram(words.take()).action());
            case "mail", "vacation" -> mail(start, name, words);
            case "finish" -> finishCommand(start);
            case "fail", "freeze" -> act(start, true, RuleAction.of(Type.REJECT));
            case "defer", "logfile", "logwrite", "headers", "add", "testprint", "errors_to" -> arguments(words);
            default -> unknown(start);
        }
    }

    private RuleAction addressed(String target) {
        String bare = target.startsWith("\\") ? target.substring(1) : target;
        boolean own = origin.isOwn(target) || bare.startsWith("$local_part") && !bare.contains("@")
                || bare.equals("$local_part@$domain");
        return own ? RuleAction.of(Type.KEEP) : RuleAction.of(Type.REDIRECT, bare);
    }

    private RuleAction saved(String place, EximWords words) {
        if (words.keyword().matches("[0-7]{3,4}")) {
            words.take();
        }
        boolean copy = prefix.filter(significant -> !significant).isPresent();
        return place.equals("/dev/null") ? RuleAction.of(Type.DISCARD) : RuleAction.of(copy ? Type.COPY : Type.MOVE, place);
    }

    /** Section 3.15: with a recipient it is a message of its own; without one it answers the sender. */
    private void mail(int start, String name, EximWords words) {
        Map<String, String> values = new HashMap<>();
        while (MAIL_KEYWORDS.contains(words.keyword())) {
            String keyword = words.keyword();
            words.take();
            boolean flag = keyword.equals("expand") || keyword.equals("return");
            values.put(keyword, flag && !words.is("message") ? "" : words.take());
        }
        List<String> recipients = Stream.of("to", "cc", "bcc").flatMap(key -> Stream.ofNullable(values.get(key)))
                .flatMap(list -> Stream.of(list.split("[\\s,]+"))).filter(word -> !word.isEmpty()).limit(50).toList();
        boolean answers = name.equals("vacation") || recipients.stream().allMatch(
                word -> word.startsWith("$reply_address") || word.startsWith("$sender_address") || word.startsWith("$return_path"));
        if (answers) {
            accept(origin.reply(start, Optional.ofNullable(values.get("subject")),
                    Optional.ofNullable(values.get("text")).or(() -> Optional.ofNullable(values.get("file")))));
        }
        boolean significant = prefix.orElse(false);
        act(start, significant, answers ? RuleAction.of(Type.REPLY) : new RuleAction(Type.NOTIFY, recipients));
    }

    /** {@code seen finish} ends without any delivery: the message is gone. */
    private void finishCommand(int start) {
        boolean gone = prefix.filter(significant -> significant).isPresent() && together.isEmpty();
        if (gone) {
            act(start, true, RuleAction.of(Type.DISCARD));
        }
        act(start, false, RuleAction.of(Type.STOP));
    }

    private void act(int start, boolean significant, RuleAction action) {
        line = together.isEmpty() ? start : line;
        seen |= prefix.orElse(significant);
        prefix = Optional.empty();
        together.add(action);
    }

    private static void arguments(EximWords words) {
        while (!words.isEnd() && !COMMANDS.contains(words.keyword())) {
            words.take();
        }
    }

    /** The commands collected so far are a rule. */
    void finish(Place place) {
        boolean matters = together.stream().anyMatch(action -> action.type() != Type.KEEP && action.type() != Type.STOP);
        if (matters) {
            accept(origin.rule(line, origin.name(), place.conditions(), together, traits(place)));
        }
        together.clear();
        seen = false;
    }

    private Set<RuleTrait> traits(Place place) {
        Set<RuleTrait> traits = EnumSet.noneOf(RuleTrait.class);
        if (place.any()) {
            traits.add(RuleTrait.ANY_CONDITION);
        }
        if (together.stream().anyMatch(action -> action.type() == Type.STOP)) {
            traits.add(RuleTrait.STOPS);
        }
        boolean leaves = together.stream().anyMatch(action -> action.type().sendsAway() || action.type() == Type.EXECUTE);
        boolean stays = together.stream().anyMatch(action -> action.type() == Type.KEEP || action.type() == Type.MOVE);
        if (leaves && seen && !stays) {
            traits.add(RuleTrait.KEEPS_NO_COPY);
        }
        return traits;
    }

    /** What is no command may be one that is not known here; it is said once. */
    void unknown(int where) {
        if (!broken) {
            broken = true;
            accept(origin.unseen(where, origin.name() + ":" + where, EnumSet.of(RuleTrait.IN_ERROR)));
        }
    }

    private void accept(Evidence piece) {
        if (evidence.size() < MOST_EVIDENCE) {
            evidence.add(piece);
        }
    }
}
