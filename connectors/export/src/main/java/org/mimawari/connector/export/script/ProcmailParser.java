package org.mimawari.connector.export.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a {@code .procmailrc} into recipes. Lines that are none of its language are counted and passed over. */
final class ProcmailParser {

    private static final int MOST_RECIPES = 20_000;
    private static final int DEEPEST = 32;
    private static final int MOST_CONDITIONS = 100;

    private final String[] lines;
    private int at;
    private int recipes;
    private Optional<Integer> firstBroken = Optional.empty();
    private String comment = "";

    ProcmailParser(String text) {
        this.lines = text.split("\n", -1);
    }

    List<ProcmailRecipe> recipes() {
        List<ProcmailRecipe> all = new ArrayList<>(sequence(0));
        while (at < lines.length) {
            broken(at);
            at++;
            all.addAll(sequence(0));
        }
        return all;
    }

    /** The first line that was not understood, from 1. */
    Optional<Integer> firstBroken() {
        return firstBroken;
    }

    private List<ProcmailRecipe> sequence(int depth) {
        List<ProcmailRecipe> found = new ArrayList<>();
        while (at < lines.length && !lines[at].strip().startsWith("}")) {
            int start = at;
            String line = joined();
            if (line.startsWith("#")) {
                comment = line.substring(1).strip();
            } else if (line.startsWith(":")) {
                found.add(recipe(line, start, depth));
            } else if (isAssignment(line)) {
                found.add(new ProcmailRecipe(ProcmailRecipe.Kind.ASSIGNMENT, start + 1, "", "", List.of(), line, List.of()));
            } else if (!line.isEmpty()) {
                broken(start);
            }
            if (++recipes > MOST_RECIPES) {
                broken(start);
                at = lines.length;
            }
        }
        return found;
    }

    private ProcmailRecipe recipe(String head, int start, int depth) {
        String name = comment;
        comment = "";
        List<String> conditions = new ArrayList<>();
        String next = skipBlank();
        while (next.startsWith("*")) {
            if (conditions.size() < MOST_CONDITIONS) {
                conditions.add(next.substring(1).strip());
            }
            next = skipBlank();
        }
        List<ProcmailRecipe> block = List.of();
        if (next.startsWith("{")) {
            block = block(next.substring(1).strip(), depth);
            next = "";
        } else if (next.isEmpty()) {
            broken(start);
        }
        return new ProcmailRecipe(ProcmailRecipe.Kind.RECIPE, start + 1, name, flags(head), conditions, next, block);
    }

    private List<ProcmailRecipe> block(String rest, int depth) {
        if (rest.endsWith("}") || depth >= DEEPEST) {
            if (depth >= DEEPEST) {
                broken(at - 1);
            }
            return List.of();
        }
        List<ProcmailRecipe> inner = sequence(depth + 1);
        if (at >= lines.length) {
            broken(lines.length - 1);
        }
        at++;
        return inner;
    }

    /** The next line that says something, joined; comments between conditions are passed over. */
    private String skipBlank() {
        while (at < lines.length) {
            String line = joined();
            if (!line.isEmpty() && !line.startsWith("#")) {
                return line;
            }
        }
        return "";
    }

    /** A line whose end is a backslash goes on in the next one. */
    private String joined() {
        StringBuilder line = new StringBuilder();
        boolean more = true;
        while (more && at < lines.length) {
            String part = lines[at++].strip();
            more = part.endsWith("\\");
            line.append(more ? part.substring(0, part.length() - 1) : part);
        }
        return line.toString().strip();
    }

    private static String flags(String head) {
        int from = 1;
        while (from < head.length() && Character.isDigit(head.charAt(from))) {
            from++;
        }
        int end = head.indexOf(':', from);
        return head.substring(from, end < 0 ? head.length() : end).replace(" ", "").replace("\t", "");
    }

    private static boolean isAssignment(String line) {
        int i = 0;
        while (i < line.length() && (Character.isLetterOrDigit(line.charAt(i)) || line.charAt(i) == '_')) {
            i++;
        }
        return i > 0 && (i == line.length() || line.substring(i).stripLeading().startsWith("=")) && i <= 64;
    }

    private void broken(int line) {
        if (firstBroken.isEmpty()) {
            firstBroken = Optional.of(line + 1);
        }
    }
}
