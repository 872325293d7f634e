package org.mimawari.connector.export;

/** Objects as Python prints them, which tables made with it hold, brought to JSON. */
public final class ScriptText {

    private ScriptText() {}

    /** The text as JSON where it is a printed object or list of objects; any other text unchanged. */
    public static String json(String text) {
        String start = text.length() > 4 ? text.substring(0, 4).replace(" ", "") : "";
        return start.startsWith("{'") || start.startsWith("[{'") || start.startsWith("['") ? converted(text) : text;
    }

    private static String converted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 16);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\'' || c == '"') {
                at = quoted(text, at, json);
            } else {
                at = word(text, at, json);
            }
        }
        return json.toString();
    }

    /** Copies a text with its quotes doubled ones; gives the place behind it. */
    private static int quoted(String text, int open, StringBuilder json) {
        char quote = text.charAt(open);
        json.append('"');
        int at = open + 1;
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length()) {
                char next = text.charAt(at + 1);
                json.append(next == '\'' ? "'" : next == 'x' ? "\\u00" : "\\" + next);
                at += 2;
            } else {
                json.append(c == '"' ? "\\\"" : String.valueOf(c));
                at++;
            }
        }
        json.append('"');
        return at + 1;
    }

    private static int word(String text, int at, StringBuilder json) {
        String[][] words = {{"None", "null"}, {"True", "true"}, {"False", "false"}, {"nan", "null"}};
        for (String[] word : words) {
            if (text.startsWith(word[0], at)) {
                json.append(word[1]);
                return at + word[0].length();
            }
        }
        json.append(text.charAt(at));
        return at + 1;
    }
}
