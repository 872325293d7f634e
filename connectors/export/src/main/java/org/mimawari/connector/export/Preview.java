package org.mimawari.connector.export;

import java.util.List;

/**
 * The beginning of a file, unpacked: enough to recognise its format.
 *
 * @param name the file's own name, which may be wrong
 * @param bytes the first bytes, at most 64 KiB
 * @param text the same as text, without a byte order mark
 */
public record Preview(String name, byte[] bytes, String text) {

    public static final int SIZE = 64 * 1024;

    /** The first line that is not blank, without its end. */
    public String firstLine() {
        return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }

    /** The first lines that are not blank, at most so many. */
    public List<String> lines(int most) {
        return text.lines().filter(line -> !line.isBlank()).limit(most).toList();
    }

    /** True where the first thing in it opens a JSON object or array. */
    public boolean looksLikeJson() {
        String start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[");
    }

    public boolean isBinary() {
        int odd = 0;
        for (int i = 0; i < text.length() && i < 4096; i++) {
            char c = text.charAt(i);
            odd += c == 0 || c == 0xFFFD || c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != 27 ? 1 : 0;
        }
        return odd > 0 && odd * 20 > Math.min(text.length(), 4096);
    }
}
