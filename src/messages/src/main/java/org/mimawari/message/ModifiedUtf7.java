package org.mimawari.message;

import java.nio.charset.StandardCharsets;

/**
 * Decodes folder names in modified UTF-7 (RFC 3501 §5.1.3). A name that is not well formed, or that would hold control
 * characters or half a surrogate pair, comes back as it is.
 */
public final class ModifiedUtf7 {

    private ModifiedUtf7() {}

    public static String decode(String name) {
        StringBuilder out = new StringBuilder(name.length());
        int at = 0;
        while (at < name.length()) {
            char c = name.charAt(at);
            if (c != '&') {
                out.append(c);
                at++;
                continue;
            }
            int end = name.indexOf('-', at);
            if (end < 0) {
                return name;
            }
            String piece = end == at + 1 ? "&" : shifted(name.substring(at + 1, end));
            if (piece.isEmpty()) {
                return name;
            }
            out.append(piece);
            at = end + 1;
        }
        return out.toString();
    }

    /** An empty text where it is malformed. */
    private static String shifted(String encoded) {
        byte[] raw = encoded.replace(',', '/').getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf16 = TransferDecoding.decode(raw, 0, raw.length, "base64", raw.length);
        String text = new String(utf16, 0, utf16.length & ~1, StandardCharsets.UTF_16BE);
        boolean odd = text.isEmpty() || text.chars().anyMatch(c -> c < ' ' || c == 0xFFFD);
        return odd ? "" : text;
    }
}
