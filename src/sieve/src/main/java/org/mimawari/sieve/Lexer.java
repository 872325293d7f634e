package org.mimawari.sieve;

import java.util.List;
import java.util.Optional;

/** Cuts a script into tokens. A character or string that is broken becomes a problem, and reading goes on behind it. */
final class Lexer {

    private static final String PUNCTUATION = "(){}[],;";

    private final String script;
    private final List<SieveProblem> problems;
    private Optional<Token> found = Optional.empty();
    private int at;
    private int line = 1;
    private boolean noMoreStrings;
    private boolean noMoreBlockComments;

    Lexer(String script, List<SieveProblem> problems) {
        this.script = script;
        this.problems = problems;
    }

    /** The next token; {@code END} at the end and ever after. */
    Token next() {
        found = Optional.empty();
        while (found.isEmpty() && at < script.length()) {
            step();
        }
        return found.orElseGet(() -> new Token(Token.Type.END, "", line));
    }

    private void step() {
        char c = script.charAt(at);
        if (c == '\n') {
            line++;
            at++;
        } else if (c <= ' ' || c == '\uFEFF') {
            at++;
        } else if (c == '#') {
            lineComment();
        } else if (c == '/' && script.startsWith("/*", at)) {
            blockComment();
        } else if (c == '"') {
            string();
        } else if (PUNCTUATION.indexOf(c) >= 0) {
            add(Token.Type.PUNCTUATION, String.valueOf(c));
            at++;
        } else if (c == ':' && at + 1 < script.length() && isNamePart(script.charAt(at + 1))) {
            at++;
            add(Token.Type.TAG, name());
        } else if (c >= '0' && c <= '9') {
            number();
        } else if (isNamePart(c)) {
            word();
        } else {
            problem("unexpected character");
            at++;
        }
    }

    private void lineComment() {
        int end = endOfLine(at);
        add(Token.Type.COMMENT, script.substring(at + 1, end).strip());
        at = end;
    }

    private void blockComment() {
        int end = noMoreBlockComments ? -1 : script.indexOf("*/", at + 2);
        noMoreBlockComments = end < 0;
        if (end < 0) {
            problem("a comment without end");
            at = endOfLine(at);
            return;
        }
        add(Token.Type.COMMENT, script.substring(at + 2, end).strip());
        skipTo(end + 2);
    }

    /** RFC 5228 section 2.4.2: a backslash takes the next character as it is. */
    private void string() {
        if (noMoreStrings) {
            brokenString();
            return;
        }
        StringBuilder text = new StringBuilder();
        int i = at + 1;
        while (i < script.length() && script.charAt(i) != '"') {
            if (script.charAt(i) == '\\' && i + 1 < script.length()) {
                i++;
            }
            text.append(script.charAt(i++));
        }
        if (i >= script.length()) {
            brokenString();
            return;
        }
        add(Token.Type.STRING, text.toString());
        skipTo(i + 1);
    }

    /** A string that never ends would swallow the rest: it is taken to end with its line. */
    private void brokenString() {
        // Quotation marks behind it are escaped ones, so none of them ends a string either: looking again is quadratic.
        noMoreStrings = true;
        problem("a string without end");
        int end = endOfLine(at);
        add(Token.Type.STRING, script.substring(at + 1, end).strip());
        at = end;
    }

    private void number() {
        int start = at;
        while (at < script.length() && Character.isLetterOrDigit(script.charAt(at))) {
            at++;
        }
        add(Token.Type.NUMBER, script.substring(start, at));
    }

    private void word() {
        int start = at;
        String name = name();
        if (name.equalsIgnoreCase("text") && at < script.length() && script.charAt(at) == ':') {
            at++;
            multiLine();
            return;
        }
        add(Token.Type.IDENTIFIER, script.substring(start, start + name.length()));
    }

    /** RFC 5228 section 2.4.2: text up to a line with a single dot; a dot doubled at the start of a line is one. */
    private void multiLine() {
        int firstLine = line;
        int next = Math.min(script.length(), endOfLine(at) + 1);
        line++;
        StringBuilder text = new StringBuilder();
        while (next < script.length()) {
            int end = endOfLine(next);
            String each = stripReturn(script.substring(next, end));
            next = Math.min(script.length(), end + 1);
            line++;
            if (each.equals(".")) {
                found = Optional.of(new Token(Token.Type.STRING, text.toString(), firstLine));
                at = next;
                return;
            }
            text.append(each.startsWith("..") ? each.substring(1) : each).append('\n');
        }
        problem("a text block without end");
        found = Optional.of(new Token(Token.Type.STRING, text.toString(), firstLine));
        at = next;
    }

    private static String stripReturn(String text) {
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private String name() {
        int start = at;
        while (at < script.length() && isNamePart(script.charAt(at))) {
            at++;
        }
        return script.substring(start, at);
    }

    private static boolean isNamePart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '.' || c == '-';
    }

    private int endOfLine(int from) {
        int end = script.indexOf('\n', from);
        return end < 0 ? script.length() : end;
    }

    private void skipTo(int end) {
        for (int i = at; i < end; i++) {
            line += script.charAt(i) == '\n' ? 1 : 0;
        }
        at = end;
    }

    private void add(Token.Type type, String text) {
        found = Optional.of(new Token(type, text, line));
    }

    private void problem(String what) {
        if (problems.size() < Parser.MOST_PROBLEMS) {
            problems.add(new SieveProblem(line, what));
        }
    }
}
