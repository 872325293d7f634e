package org.mimawari.sieve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Builds the commands of a script. After an error it goes on behind the next semicolon or closing brace; nesting is
 * bounded, so that no script can exhaust the stack.
 */
final class Parser {

    static final int MOST_PROBLEMS = 100;
    private static final int DEEPEST = 64;

    private final Lexer lexer;
    private final List<SieveProblem> problems;
    private Token next;
    private String comment = "";

    Parser(Lexer lexer, List<SieveProblem> problems) {
        this.lexer = lexer;
        this.problems = problems;
        this.next = lexer.next();
    }

    List<Command> script() {
        List<Command> commands = commands(0);
        while (peek().type() != Token.Type.END) {
            problem(peek(), "a closing brace without an opening one");
            take();
            commands.addAll(commands(0));
        }
        return commands;
    }

    private List<Command> commands(int depth) {
        List<Command> commands = new ArrayList<>();
        while (peek().type() != Token.Type.END && !peek().is('}')) {
            if (peek().type() == Token.Type.IDENTIFIER) {
                commands.add(command(depth));
            } else {
                commands.addAll(unreadable(depth));
            }
        }
        return commands;
    }

    /** A block behind something unreadable is kept, under a condition nobody knows. */
    private List<Command> unreadable(int depth) {
        Token start = peek();
        problem(start, "expected a command");
        if (!resume()) {
            return List.of();
        }
        return List.of(new Command("if", List.of(), List.of(unknown(start)), block(depth), start.line(), ""));
    }

    private static Test unknown(Token where) {
        return new Test("unreadable", List.of(), List.of(), where.line());
    }

    private Command command(int depth) {
        Token name = take();
        String before = comment;
        comment = "";
        List<Argument> arguments = new ArrayList<>();
        List<Test> tests = new ArrayList<>();
        arguments(arguments, tests, depth);
        List<Command> block = List.of();
        if (peek().is('{')) {
            block = block(depth);
        } else if (peek().is(';')) {
            take();
        } else {
            problem(peek(), "expected ';' or a block after " + lower(name));
            if (resume()) {
                tests.add(unknown(name));
                block = block(depth);
            }
        }
        return new Command(lower(name), arguments, tests, block, name.line(), before);
    }

    private List<Command> block(int depth) {
        Token open = take();
        if (depth >= DEEPEST) {
            problem(open, "blocks nested more than " + DEEPEST + " deep were not read");
            skipBlock();
            return List.of();
        }
        List<Command> commands = commands(depth + 1);
        if (peek().is('}')) {
            take();
        } else {
            problem(open, "a block without end");
        }
        return commands;
    }

    private void skipBlock() {
        int open = 1;
        while (open > 0 && peek().type() != Token.Type.END) {
            Token token = take();
            open += token.is('{') ? 1 : token.is('}') ? -1 : 0;
        }
    }

    private void arguments(List<Argument> arguments, List<Test> tests, int depth) {
        while (true) {
            Token token = peek();
            switch (token.type()) {
                case TAG -> arguments.add(new Argument.Tag(lower(take())));
                case NUMBER -> arguments.add(new Argument.Number(take().text()));
                case STRING -> arguments.add(new Argument.Texts(List.of(take().text())));
                case IDENTIFIER -> tests.add(test(depth));
                default -> {
                    if (token.is('[')) {
                        arguments.add(list());
                    } else if (token.is('(')) {
                        testList(tests, depth);
                    } else {
                        return;
                    }
                }
            }
            if (!tests.isEmpty()) {
                return;
            }
        }
    }

    private Test test(int depth) {
        Token name = take();
        List<Argument> arguments = new ArrayList<>();
        List<Test> tests = new ArrayList<>();
        if (depth >= DEEPEST) {
            problem(name, "tests nested more than " + DEEPEST + " deep were not read");
            skipTests();
        } else {
            arguments(arguments, tests, depth + 1);
        }
        return new Test(lower(name), arguments, tests, name.line());
    }

    private void skipTests() {
        int open = 0;
        while (peek().type() != Token.Type.END && !peek().is('{') && !peek().is(';') && !peek().is('}')) {
            if (open == 0 && (peek().is(')') || peek().is(','))) {
                return;
            }
            Token token = take();
            open += token.is('(') ? 1 : token.is(')') ? -1 : 0;
        }
    }

    private Argument.Texts list() {
        Token open = take();
        List<String> values = new ArrayList<>();
        while (peek().type() == Token.Type.STRING || peek().is(',')) {
            Token token = take();
            if (token.type() == Token.Type.STRING) {
                values.add(token.text());
            }
        }
        if (peek().is(']')) {
            take();
        } else {
            problem(open, "a list without end");
        }
        return new Argument.Texts(values);
    }

    private void testList(List<Test> tests, int depth) {
        Token open = take();
        while (peek().type() == Token.Type.IDENTIFIER || peek().is(',')) {
            if (peek().is(',')) {
                take();
            } else {
                tests.add(test(depth));
            }
        }
        if (peek().is(')')) {
            take();
        } else {
            problem(open, "a list of tests without end");
        }
    }

    /** Passes over what is unreadable: up to behind the next semicolon, or to a brace; true where a block begins there. */
    private boolean resume() {
        while (peek().type() != Token.Type.END && !peek().is('}')) {
            if (peek().is('{')) {
                return true;
            }
            if (take().is(';')) {
                return false;
            }
        }
        return false;
    }

    /** The next token that is no comment; the last comment passed is kept as the name of what follows. */
    private Token peek() {
        while (next.type() == Token.Type.COMMENT) {
            comment = RuleName.better(comment, next.text());
            next = lexer.next();
        }
        return next;
    }

    private Token take() {
        Token token = peek();
        next = token.type() == Token.Type.END ? token : lexer.next();
        return token;
    }

    private static String lower(Token token) {
        return token.text().toLowerCase(Locale.ROOT);
    }

    private void problem(Token where, String what) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new SieveProblem(where.line(), what));
        }
    }
}
