package org.mimawari.connector.imap.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Walks through an answer: atoms, quoted strings, literals, lists. Never recursive, so that nesting costs nothing. */
final class Cursor {

    private static final int MOST_DIGITS = 18;

    private final Response response;
    private final String text;
    private int at;

    /** @param at the index to begin at */
    Cursor(Response response, int at) {
        this.response = response;
        this.text = response.text();
        this.at = Math.min(at, text.length());
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** Passes over this character where it stands here. */
    boolean take(char c) {
        boolean here = at < text.length() && text.charAt(at) == c;
        at += here ? 1 : 0;
        return here;
    }

    void spaces() {
        while (take(' ')) {
            continue;
        }
    }

    /** A word up to a space, parenthesis or literal; what stands in square brackets belongs to it. */
    String atom() {
        int from = at;
        boolean bracketed = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            bracketed = c == '[' || bracketed && c != ']';
            if (!bracketed && (c == ' ' || c == '(' || c == ')' || c == '~' && isLiteral())) {
                break;
            }
            at++;
        }
        return text.substring(from, at);
    }

    /** A number of at most 18 digits; −1 where none stands here. */
    long number() {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at == from || at - from > MOST_DIGITS ? -1 : Long.parseLong(text.substring(from, at));
    }

    /** A quoted string, a literal or an atom, as characters; empty for NIL. */
    Optional<String> string() {
        Optional<Response.Literal> literal = literal();
        if (literal.isPresent()) {
            return Optional.of(new String(literal.get().bytes(), StandardCharsets.ISO_8859_1));
        }
        if (take('"')) {
            return Optional.of(quoted());
        }
        String atom = atom();
        return atom.isEmpty() || atom.equalsIgnoreCase("NIL") ? Optional.empty() : Optional.of(atom);
    }

    /** The literal that stands here. */
    Optional<Response.Literal> literal() {
        for (Response.Literal literal : response.literals()) {
            if (literal.at() == at) {
                at++;
                return Optional.of(literal);
            }
        }
        return Optional.empty();
    }

    private boolean isLiteral() {
        return response.literals().stream().anyMatch(literal -> literal.at() == at);
    }

    /** Passes over one value of whatever kind, with all that is nested in it. */
    void skip() {
        int depth = 0;
        do {
            spaces();
            if (take('(')) {
                depth++;
            } else if (take(')')) {
                depth--;
            } else if (take('"')) {
                quoted();
            } else if (literal().isEmpty() && atom().isEmpty()) {
                at++;
            }
        } while (depth > 0 && !atEnd());
    }

    private String quoted() {
        int from = at;
        boolean escaped = false;
        while (at < text.length() && (escaped || text.charAt(at) != '"')) {
            escaped = !escaped && text.charAt(at) == '\\';
            at++;
        }
        String raw = text.substring(from, at);
        take('"');
        return raw.indexOf('\\') < 0 ? raw : unescaped(raw);
    }

    private static String unescaped(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            boolean escape = raw.charAt(i) == '\\' && i + 1 < raw.length();
            out.append(raw.charAt(escape ? ++i : i));
        }
        return out.toString();
    }
}
