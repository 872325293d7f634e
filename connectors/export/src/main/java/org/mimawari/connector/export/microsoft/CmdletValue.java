package org.mimawari.connector.export.microsoft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.MailboxAddress;

/**
 * Reads parameter values as Exchange cmdlets take, print and log them: {@code True}, {@code a;b}, {@code {a, b}},
 * {@code ["a","b"]}, {@code "Name" [SMTP:info@example.jp]}, {@code 1 KB (1,024 bytes)}. Never throws.
 */
public final class CmdletValue {

    /** As spreadsheets in several languages write them when they save a table again. */
    private static final Set<String> TRUE = Set.of("true", "$true", "yes", "wahr", "vrai", "verdadero", "vero", "waar");
    private static final Set<String> FALSE = Set.of("false", "$false", "no", "falsch", "faux", "falso", "onwaar");
    private static final int MOST = 200;
    private static final int LONGEST = 2_000;
    private static final int MOST_DIGITS = 15;

    private CmdletValue() {}

    /** False for the values that clear a setting: nothing, {@code $null}, empty brackets. */
    public static boolean isSet(String raw) {
        String text = raw.strip();
        return !(text.isEmpty() || text.equalsIgnoreCase("$null") || text.equalsIgnoreCase("null")
                || text.equals("{}") || text.equals("[]") || text.equals("@()"));
    }

    public static boolean isTrue(String raw) {
        String text = raw.strip();
        return text.equals("1") || TRUE.contains(text.toLowerCase(Locale.ROOT));
    }

    public static boolean isFalse(String raw) {
        String text = raw.strip();
        return text.equals("0") || FALSE.contains(text.toLowerCase(Locale.ROOT));
    }

    /**
     * The parts of a list: split at semicolons or line breaks outside quotes, or at commas where the text has neither.
     * At most 200 parts of at most 2,000 characters.
     */
    public static List<String> list(String raw) {
        String text = raw.strip();
        boolean braced = text.length() > 1 && (text.startsWith("{") && text.endsWith("}")
                || text.startsWith("[") && text.endsWith("]") && !text.regionMatches(true, 1, "smtp:", 0, 5));
        String inner = braced ? text.substring(1, text.length() - 1) : text;
        List<String> parts = split(inner, ';');
        return parts.size() == 1 ? split(inner, ',') : parts;
    }

    /** The addresses of a list of recipients in lower case; a recipient without one as it is written. */
    public static List<String> recipients(String raw) {
        return list(raw).stream().map(CmdletValue::recipient).distinct().toList();
    }

    /** The address inside {@code "Name" [SMTP:a@b]}, {@code Name <a@b>}, {@code smtp:a@b}; else the text itself. */
    public static String recipient(String text) {
        int open = text.lastIndexOf('[');
        int close = text.lastIndexOf(']');
        String inner = open >= 0 && close > open ? text.substring(open + 1, close) : text;
        if (inner.regionMatches(true, 0, "EX:", 0, 3)) {
            return open > 0 ? unquoted(text.substring(0, open).strip()) : inner.substring(3);
        }
        return MailboxAddress.findFull(inner).map(MailboxAddress::text).orElse(unquoted(text));
    }

    /** The path of a folder without the mailbox before it: {@code info@example.jp:\RSS Feeds} is {@code RSS Feeds}. */
    public static String folder(String raw) {
        String text = unquoted(raw.strip());
        int mailboxEnd = text.indexOf(":\\");
        String path = mailboxEnd < 0 ? text : text.substring(mailboxEnd + 2);
        int from = 0;
        while (from < path.length() && (path.charAt(from) == '\\' || path.charAt(from) == '/')) {
            from++;
        }
        return path.substring(from);
    }

    /** A size in bytes: {@code 1 KB (1,024 bytes)}, {@code 5MB}, {@code 1024}; empty where it is none. */
    public static Optional<Long> bytes(String raw) {
        int open = raw.indexOf('(');
        if (open >= 0) {
            return number(raw.substring(open + 1));
        }
        String upper = raw.toUpperCase(Locale.ROOT);
        int shift = upper.contains("KB") ? 10 : upper.contains("MB") ? 20 : upper.contains("GB") ? 30 : 0;
        return number(raw).map(amount -> amount << shift);
    }

    private static Optional<Long> number(String text) {
        long value = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' && digits < MOST_DIGITS) {
                value = value * 10 + (c - '0');
                digits++;
            } else if (c != ',' && digits > 0) {
                break;
            }
        }
        return digits == 0 ? Optional.empty() : Optional.of(value);
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i <= text.length() && parts.size() < MOST; i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            quoted = c == '"' ? !quoted : quoted && i < text.length();
            if (!quoted && (c == separator || c == '\n' || c == '\r')) {
                add(parts, text.substring(from, i));
                from = i + 1;
            }
        }
        return parts;
    }

    private static void add(List<String> parts, String raw) {
        String part = unquoted(raw.strip());
        if (!part.isEmpty()) {
            parts.add(part.length() <= LONGEST ? part : part.substring(0, LONGEST));
        }
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && isQuote(text.charAt(0))
                && text.charAt(text.length() - 1) == text.charAt(0)
                && text.indexOf(text.charAt(0), 1) == text.length() - 1;
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }
}
