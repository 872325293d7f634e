package org.mimawari.sieve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Finds what a script includes (RFC 6609). A personal script is read in place; a global one belongs to the administrator
 * and is not visible. No circle and no fan of includes is followed without end.
 */
final class Includes {

    private static final int MOST = 100;
    private static final int MOST_CHARACTERS = 2 * SieveReader.LONGEST;
    private static final int LONGEST_NAME = 100;

    private final ScriptLibrary library;
    private final List<SieveProblem> problems;
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> read = new HashSet<>();
    private int characters;

    Includes(ScriptLibrary library, List<SieveProblem> problems) {
        this.library = library;
        this.problems = problems;
    }

    /** Runs what reads the script of this name, in which it is not included again. */
    boolean enter(String name, BooleanSupplier walk) {
        open.push(name);
        boolean ended = walk.getAsBoolean();
        open.pop();
        return ended;
    }

    /** The commands to read in place; empty where they were read before, are not visible or are not there. */
    Optional<List<Command>> find(Command command, Arguments arguments, String name, boolean enabled) {
        if (arguments.has("global")) {
            problem(problems, command, "includes the global script '" + capped(name) + "', which is not visible");
            return Optional.empty();
        }
        Optional<String> text = library.find(name);
        if (text.isEmpty() && !arguments.has("optional")) {
            problem(problems, command, "includes the script '" + capped(name) + "', which was not found");
        }
        // What was read where it can never be run is read again where it can.
        boolean again = open.contains(name) || read.contains("run " + name) || !read.add((enabled ? "run " : "") + name);
        if (text.isEmpty() || again) {
            return Optional.empty();
        }
        characters += Math.min(text.get().length(), SieveReader.LONGEST);
        if (read.size() > MOST || characters > MOST_CHARACTERS) {
            problem(problems, command, "includes more than is read; '" + capped(name) + "' was not");
            return Optional.empty();
        }
        return Optional.of(SieveReader.commands(text.get(), problems));
    }

    static String capped(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
    }

    static void problem(List<SieveProblem> problems, Command where, String what) {
        if (problems.size() < Parser.MOST_PROBLEMS) {
            problems.add(new SieveProblem(where.line(), what));
        }
    }
}
