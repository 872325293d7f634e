package org.mimawari.message;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Takes markup off HTML and finds the hosts of links, in one pass and without recursion. */
public final class ReadableText {

    private static final int MOST_HOSTS = 50;
    private static final int LONGEST_HOST = 253;
    private static final int LONGEST_ENTITY = 10;
    private static final List<String> BREAKING = List.of("br", "p", "/p", "div", "/div", "tr", "/tr", "li", "/li", "td",
            "h1", "/h1", "h2", "/h2", "h3", "/h3", "table", "/table", "hr", "pre", "/pre", "blockquote");
    private static final Map<String, String> ENTITIES = Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"",
            "nbsp", " ", "apos", "'", "#160", " ");

    private final String html;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private ReadableText(String html) {
        this.html = html;
    }

    /** The text of HTML, without markup, scripts and styles. */
    public static String ofHtml(String html) {
        ReadableText text = new ReadableText(html);
        text.scan();
        return text.out.toString();
    }

    /** Host names of {@code http} and {@code https} links, in lower case and alphabetical order, at most 50. */
    public static Set<String> linkHosts(String text) {
        Set<String> hosts = new TreeSet<>();
        int at = text.indexOf("://");
        while (at >= 0 && hosts.size() < MOST_HOSTS) {
            boolean isWeb = at >= 4 && text.regionMatches(true, at - 4, "http", 0, 4)
                    || at >= 5 && text.regionMatches(true, at - 5, "https", 0, 5);
            String host = isWeb ? host(text, at + 3) : "";
            if (host.indexOf('.') > 0) {
                hosts.add(host);
            }
            at = text.indexOf("://", at + 3);
        }
        return hosts;
    }

    private static String host(String text, int from) {
        int start = from;
        int i = from;
        while (i < text.length() && i - from < LONGEST_HOST) {
            char c = text.charAt(i);
            if (c == '@') {
                start = i + 1;
            } else if (!Character.isLetterOrDigit(c) && c != '.' && c != '-' && c != '_') {
                break;
            }
            i++;
        }
        String host = text.substring(start, i).toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private void scan() {
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<') {
                tag();
            } else if (c == '&') {
                entity();
            } else {
                out.append(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
                at++;
            }
        }
    }

    private void tag() {
        if (html.startsWith("<!--", at)) {
            skipPast("-->");
            return;
        }
        String name = tagName();
        if (name.isEmpty()) {
            out.append('<');
            at++;
            return;
        }
        skipPast(">");
        if (name.equals("script") || name.equals("style")) {
            skipPast("</");
            skipPast(">");
        }
        if (BREAKING.contains(name)) {
            out.append('\n');
        }
    }

    private String tagName() {
        int i = at + 1;
        while (i < html.length() && i - at < 12 && (Character.isLetterOrDigit(html.charAt(i)) || html.charAt(i) == '/'
                || html.charAt(i) == '!')) {
            i++;
        }
        String name = html.substring(at + 1, i).toLowerCase(Locale.ROOT);
        return name.endsWith("/") && name.length() > 1 ? name.substring(0, name.length() - 1) : name;
    }

    private void skipPast(String mark) {
        int end = html.indexOf(mark, at);
        at = end < 0 ? html.length() : end + mark.length();
    }

    private void entity() {
        int end = entityEnd();
        if (end < 0) {
            out.append('&');
            at++;
            return;
        }
        out.append(character(html.substring(at + 1, end)));
        at = end + 1;
    }

    private int entityEnd() {
        for (int i = at + 1; i < html.length() && i - at <= LONGEST_ENTITY; i++) {
            if (html.charAt(i) == ';') {
                return i;
            }
        }
        return -1;
    }

    private static String character(String name) {
        String known = ENTITIES.get(name);
        if (known != null) {
            return known;
        }
        try {
            int code = name.startsWith("#x") || name.startsWith("#X") ? Integer.parseInt(name.substring(2), 16)
                    : name.startsWith("#") ? Integer.parseInt(name.substring(1)) : -1;
            return code >= ' ' && Character.isValidCodePoint(code) ? Character.toString(code) : " ";
        } catch (NumberFormatException notANumber) {
            return " ";
        }
    }
}
