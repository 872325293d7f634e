package org.mimawari.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads address headers (RFC 5322 §3.4, groups and obsolete forms too) in one pass, whatever they hold. */
public final class AddressList {

    private static final int LONGEST = 320;

    private final String raw;
    private final List<String> found = new ArrayList<>();
    private final StringBuilder bare = new StringBuilder();
    private String angle = "";
    private boolean unclosed;

    private AddressList(String raw) {
        this.raw = raw;
    }

    /** The addresses with a domain, in lower case, in their order. */
    public static List<String> addresses(String raw) {
        AddressList list = new AddressList(raw);
        list.scan();
        return list.found;
    }

    private void scan() {
        int at = 0;
        while (at < raw.length()) {
            at = switch (raw.charAt(at)) {
                case '"' -> quoted(at);
                case '(' -> comment(at);
                case '<' -> angle(at);
                case ',', ';' -> finish(at);
                case ':' -> group(at);
                default -> plain(at);
            };
        }
        finish(at);
    }

    private int plain(int at) {
        if (bare.length() < LONGEST + 1) {
            bare.append(raw.charAt(at));
        }
        return at + 1;
    }

    private int quoted(int start) {
        int i = start + 1;
        while (i < raw.length() && raw.charAt(i) != '"') {
            i += raw.charAt(i) == '\\' ? 2 : 1;
        }
        int end = Math.min(raw.length(), i + 1);
        boolean isLocalPart = end < raw.length() && raw.charAt(end) == '@' && end - start < 66;
        bare.append(isLocalPart ? raw.substring(start, end) : " ");
        return end;
    }

    private int comment(int start) {
        if (unclosed) {
            return start + 1;
        }
        int depth = 0;
        int i = start;
        while (i < raw.length()) {
            char c = raw.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            i += c == '\\' ? 2 : 1;
            if (depth == 0) {
                return Math.min(i, raw.length());
            }
        }
        unclosed = true;
        return start + 1;
    }

    /** Of {@code <<<<a@b>} only the innermost counts. */
    private int angle(int start) {
        StringBuilder inner = new StringBuilder();
        int i = start + 1;
        while (i < raw.length() && raw.charAt(i) != '>' && raw.charAt(i) != '<') {
            inner.append(inner.length() < LONGEST + 1 ? String.valueOf(raw.charAt(i)) : "");
            i++;
        }
        if (i < raw.length() && raw.charAt(i) == '<') {
            return i;
        }
        angle = inner.toString();
        return i + 1;
    }

    private int group(int at) {
        bare.setLength(0);
        return at + 1;
    }

    private int finish(int at) {
        String text = (angle.isEmpty() ? bare.toString() : withoutRoute(angle)).strip();
        int at2 = text.lastIndexOf('@');
        boolean fits = at2 > 0 && at2 < text.length() - 1 && text.length() <= LONGEST && text.indexOf(' ') < 0;
        if (fits) {
            found.add(EncodedWords.decode(text).toLowerCase(Locale.ROOT));
        }
        bare.setLength(0);
        angle = "";
        return at + 1;
    }

    /** {@code @relay.example:info@example.jp} is a source route (RFC 5321 appendix C). */
    private static String withoutRoute(String text) {
        int colon = text.lastIndexOf(':');
        return colon >= 0 ? text.substring(colon + 1) : text;
    }
}
