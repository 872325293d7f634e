package org.mimawari.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A media type with its parameters, or a content disposition. Reads parameters in continuations and other character sets
 * (RFC 2231), and quoted or bare values however broken.
 */
public final class ContentType {

    private static final int MOST_PARAMETERS = 200;

    private final String type;
    private final Map<String, String> parameters = new TreeMap<>();

    private ContentType(String type) {
        this.type = type;
    }

    /** The type in lower case without parameters, for example {@code text/plain}. */
    public String type() {
        return type;
    }

    public boolean is(String prefix) {
        return type.startsWith(prefix);
    }

    /** The value as bytes in characters (ISO 8859-1). */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** The value as text, from any of the ways to write it. */
    public Optional<String> parameterText(String name) {
        Optional<String> extended = extended(name);
        return extended.isPresent() ? extended : parameter(name).map(EncodedWords::decode);
    }

    static ContentType parse(String value, String otherwise) {
        int end = value.indexOf(';');
        String bare = (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        int space = bare.indexOf(' ');
        bare = space < 0 ? bare : bare.substring(0, space);
        ContentType parsed = new ContentType(bare.isEmpty() ? otherwise : bare);
        if (end >= 0) {
            parsed.readParameters(value, end);
        }
        return parsed;
    }

    private void readParameters(String value, int from) {
        int at = from;
        while (at >= 0 && at < value.length() && parameters.size() < MOST_PARAMETERS) {
            int equals = value.indexOf('=', at + 1);
            if (equals < 0) {
                return;
            }
            String name = value.substring(at + 1, equals).replace(';', ' ').strip().toLowerCase(Locale.ROOT);
            int start = skipSpace(value, equals + 1);
            StringBuilder content = new StringBuilder();
            at = start < value.length() && value.charAt(start) == '"'
                    ? quoted(value, start + 1, content) : bare(value, start, content);
            parameters.putIfAbsent(name, content.toString());
        }
    }

    private static int skipSpace(String value, int from) {
        int i = from;
        while (i < value.length() && (value.charAt(i) == ' ' || value.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    private static int quoted(String value, int from, StringBuilder content) {
        int i = from;
        while (i < value.length() && value.charAt(i) != '"') {
            boolean escaped = value.charAt(i) == '\\' && i + 1 < value.length();
            content.append(value.charAt(escaped ? i + 1 : i));
            i += escaped ? 2 : 1;
        }
        return value.indexOf(';', i);
    }

    private static int bare(String value, int from, StringBuilder content) {
        int end = value.indexOf(';', from);
        content.append(value.substring(from, end < 0 ? value.length() : end).strip());
        return end;
    }

    private Optional<String> extended(String name) {
        String whole = parameters.get(name + "*");
        if (whole != null) {
            return Optional.of(percentDecoded(whole, true, ""));
        }
        StringBuilder joined = new StringBuilder();
        boolean encoded = false;
        for (int i = 0; i < MOST_PARAMETERS; i++) {
            String piece = parameters.get(name + "*" + i + "*");
            encoded |= piece != null;
            piece = piece == null ? parameters.get(name + "*" + i) : piece;
            if (piece == null) {
                break;
            }
            joined.append(piece);
        }
        return joined.length() == 0 ? Optional.empty()
                : Optional.of(encoded ? percentDecoded(joined.toString(), true, "") : EncodedWords.decode(joined.toString()));
    }

    private static String percentDecoded(String value, boolean marked, String otherwise) {
        int first = value.indexOf('\'');
        int second = value.indexOf('\'', first + 1);
        boolean named = marked && first >= 0 && second > first;
        String charset = named ? value.substring(0, first) : otherwise;
        byte[] raw = value.substring(named ? second + 1 : 0).getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < raw.length; i++) {
            int code = raw[i] == '%' ? TransferDecoding.hex(raw, i + 1, raw.length) : -1;
            out.write(code < 0 ? raw[i] : code);
            i += code < 0 ? 0 : 2;
        }
        return TextDecoding.decode(out.toByteArray(), charset.isEmpty() ? Optional.empty() : Optional.of(charset));
    }
}
