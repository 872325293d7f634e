package org.mimawari.connector.export.script;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.export.Preview;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleAction.Type;
import org.mimawari.evidence.RuleTrait;

/**
 * A {@code .forward} file (aliases(5) of Sendmail and Postfix, Exim's redirect items): every message goes to all that it
 * names. It is one rule without condition.
 */
final class ForwardFile implements FilterLanguage {

    private static final int MOST_ENTRIES = 1_000;
    private static final int LONGEST_ENTRY = 1_000;

    /** One item of the list, with its line. */
    private record Entry(String text, int line) {}

    @Override
    public String format() {
        return ".forward file";
    }

    /** By its name, and only where nothing but addresses, programs, files and lists stands in it. */
    @Override
    public int sureness(Preview preview) {
        String name = preview.name().toLowerCase(Locale.ROOT);
        boolean named = name.equals("forward") || name.endsWith(".forward") || name.startsWith(".forward");
        if (!named) {
            return 0;
        }
        List<Entry> entries = entries(preview.text());
        return !entries.isEmpty() && entries.stream().allMatch(entry -> isEntry(entry.text())) ? 90 : 0;
    }

    @Override
    public List<Evidence> read(String text, FilterOrigin origin) {
        List<Evidence> evidence = new ArrayList<>();
        List<RuleAction> actions = new ArrayList<>();
        List<Entry> entries = entries(text);
        for (Entry entry : entries) {
            Optional<RuleAction> action = action(entry.text(), origin);
            action.ifPresent(actions::add);
            if (action.isEmpty()) {
                evidence.add(origin.unseen(entry.line(), entry.text(), Set.of()));
            } else if (action.get().type() == Type.REPLY) {
                evidence.add(origin.reply(entry.line(), Optional.empty(), Optional.empty()));
            }
        }
        boolean matters = actions.stream().anyMatch(action -> action.type() != Type.KEEP);
        if (matters) {
            evidence.add(0, origin.rule(entries.get(0).line(), origin.name(), List.of(), actions, traits(actions)));
        }
        return evidence;
    }

    private static Set<RuleTrait> traits(List<RuleAction> actions) {
        boolean leaves = actions.stream().anyMatch(action -> action.type().sendsAway() || action.type() == Type.EXECUTE);
        boolean stays = actions.stream().anyMatch(action -> action.type() == Type.KEEP || action.type() == Type.MOVE);
        return leaves && !stays ? EnumSet.of(RuleTrait.KEEPS_NO_COPY) : EnumSet.noneOf(RuleTrait.class);
    }

    /** What one item does; empty for a list of recipients that lies elsewhere. */
    private static Optional<RuleAction> action(String entry, FilterOrigin origin) {
        String lower = entry.toLowerCase(Locale.ROOT);
        if (lower.startsWith(":include:")) {
            return Optional.empty();
        }
        if (lower.startsWith(":blackhole:") || entry.equals("/dev/null")) {
            return Optional.of(RuleAction.of(Type.DISCARD));
        }
        if (lower.startsWith(":fail:") || lower.startsWith(":defer:")) {
            return Optional.of(RuleAction.of(Type.REJECT));
        }
        if (entry.startsWith("|")) {
            return Optional.of(new PipedProgram(entry.substring(1)).action());
        }
        if (entry.startsWith("/") || entry.startsWith("~/") || entry.startsWith("./")) {
            return Optional.of(RuleAction.of(Type.MOVE, entry));
        }
        return Optional.of(origin.isOwn(entry) ? RuleAction.of(Type.KEEP)
                : RuleAction.of(Type.REDIRECT, entry.startsWith("\\") ? entry.substring(1) : entry));
    }

    private static boolean isEntry(String text) {
        boolean special = text.startsWith("|") || text.startsWith("/") || text.startsWith("~/") || text.startsWith("./")
                || text.startsWith(":") && text.indexOf(':', 1) > 1;
        if (special) {
            return true;
        }
        String bare = text.startsWith("\\") ? text.substring(1) : text;
        boolean odd = bare.isEmpty() || bare.length() > 320 || bare.chars().anyMatch(c -> c <= ' ' || "=<>(){}[]:;".indexOf(c) >= 0);
        return !odd && (bare.indexOf('@') > 0 || bare.chars().allMatch(c -> Character.isLetterOrDigit(c) || "._+-".indexOf(c) >= 0));
    }

    /** Items are parted by commas and line breaks outside quotation marks; a line that begins with # is a comment. */
    private static List<Entry> entries(String text) {
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (!line.strip().startsWith("#")) {
                for (String item : items(line)) {
                    if (entries.size() < MOST_ENTRIES) {
                        entries.add(new Entry(item, number));
                    }
                }
            }
        }
        return entries;
    }

    private static List<String> items(String line) {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean escaped = c == '\\' && quoted && i + 1 < line.length();
            if (escaped) {
                item.append(line.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                add(items, item);
            } else {
                item.append(c);
            }
        }
        add(items, item);
        return items;
    }

    private static void add(List<String> items, StringBuilder item) {
        String text = item.toString().strip();
        item.setLength(0);
        if (!text.isEmpty()) {
            items.add(text.length() <= LONGEST_ENTRY ? text : text.substring(0, LONGEST_ENTRY));
        }
    }
}
