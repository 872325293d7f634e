package org.mimawari.connector.export.script;

import java.util.Locale;

/**
 * Cuts an Exim filter into words (Exim's interfaces to mail filtering, section 3.6): parted by white space, quoted where
 * they hold some, with parentheses in conditions on their own.
 */
final class EximWords {

    private static final int LONGEST = 4_000;

    private final String text;
    private int at;
    private int line = 1;
    private int wordLine = 1;
    private boolean quoted;
    private String word = "";

    EximWords(String text) {
        this.text = text;
        advance();
    }

    /** The word at which reading stands; empty at the end, and for an empty quoted one. */
    String peek() {
        return word;
    }

    boolean isEnd() {
        return word.isEmpty() && !quoted && at >= text.length();
    }

    /** True where the word is this keyword, unquoted, in any case. */
    boolean is(String keyword) {
        return !quoted && word.equalsIgnoreCase(keyword);
    }

    /** The unquoted word in lower case; empty for a quoted one, which is never a keyword. */
    String keyword() {
        return quoted ? "" : word.toLowerCase(Locale.ROOT);
    }

    /** Where the word stands, from 1. */
    int line() {
        return wordLine;
    }

    String take() {
        String taken = word;
        advance();
        return taken;
    }

    private void advance() {
        skip();
        wordLine = line;
        quoted = at < text.length() && text.charAt(at) == '"';
        if (at >= text.length()) {
            word = "";
        } else if (quoted) {
            word = string();
        } else if (text.charAt(at) == '(' || text.charAt(at) == ')') {
            word = String.valueOf(text.charAt(at++));
        } else {
            word = bare();
        }
    }

    private void skip() {
        while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '#')) {
            if (text.charAt(at) == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else {
                line += text.charAt(at) == '\n' ? 1 : 0;
                at++;
            }
        }
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            line += c == '\n' ? 1 : 0;
            if (c == '\\' && at < text.length()) {
                c = escaped(text.charAt(at++));
            }
            if (string.length() < LONGEST) {
                string.append(c);
            }
        }
        at++;
        return string.toString();
    }

    private char escaped(char c) {
        line += c == '\n' ? 1 : 0;
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case '\n' -> ' ';
            default -> c;
        };
    }

    /** Braces of an expansion keep what is in them together. */
    private String bare() {
        int start = at;
        int open = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean ends = open == 0 && (c <= ' ' || c == ')' || c == '(') || c == '\n';
            if (ends) {
                break;
            }
            open += c == '{' ? 1 : c == '}' && open > 0 ? -1 : 0;
            at++;
        }
        return text.substring(start, Math.min(at, start + LONGEST));
    }
}
