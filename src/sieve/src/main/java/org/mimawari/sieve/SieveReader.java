package org.mimawari.sieve;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a script into rules. Understands RFC 5228 with copy (3894), body (5173), variables (5229), vacation (5230),
 * imap4flags (5232), subaddress (5233), spamtest (5235), reject (5429), enotify (5435), mailbox (5490), include (6609)
 * and Dovecot's {@code vnd.} extensions, whether or not the script asks for them by {@code require}. Never throws on
 * account of a script's contents. Safe for several threads.
 */
public final class SieveReader {

    /** A longer script is read up to this many characters; Dovecot's own limit is 1 MiB of octets. */
    public static final int LONGEST = 1 << 22;

    private final ScriptLibrary library;

    public SieveReader(ScriptLibrary library) {
        this.library = library;
    }

    public SieveReading read(String name, String script) {
        List<SieveProblem> problems = new ArrayList<>();
        List<Command> commands = commands(script, problems);
        boolean isBroken = !problems.isEmpty();
        Interpreter interpreter = new Interpreter(library, problems);
        interpreter.run(name, commands);
        RuleList found = interpreter.rules();
        List<SieveRule> rules = new ArrayList<>(found.rules());
        if (found.isFull()) {
            problems.add(new SieveProblem(1, "the script has more than " + rules.size() + " rules"));
        }
        if (isBroken) {
            rules.addAll(LineFallback.rules(name, script, found.rules()));
        }
        return new SieveReading(rules, found.vacations(), problems, !commands.isEmpty(), isBroken || found.isFull());
    }

    static List<Command> commands(String script, List<SieveProblem> problems) {
        String capped = script;
        if (script.length() > LONGEST) {
            capped = script.substring(0, LONGEST);
            problems.add(new SieveProblem(1, "the script is longer than " + LONGEST + " characters"));
        }
        return new Parser(new Lexer(capped, problems), problems).script();
    }
}
