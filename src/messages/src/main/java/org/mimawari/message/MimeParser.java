package org.mimawari.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a message into its parts. Depth 20 and 200 parts are the most; what lies deeper stays one part. Each level is one
 * pass over its bytes. A boundary that is missing or wrong is looked for in the body itself.
 */
final class MimeParser {

    static final int DEEPEST = 20;
    static final int MOST_PARTS = 200;
    private static final int LONGEST_INNER = 8 << 20;
    private static final int BOUNDARY_LOOK = 64 * 1024;

    private int parts;

    MimePart parse(byte[] bytes, int from, int to) {
        return part(bytes, from, to, 0, "text/plain");
    }

    private MimePart part(byte[] bytes, int from, int to, int depth, String otherwise) {
        HeaderParser.Parsed parsed = HeaderParser.parse(bytes, from, to);
        MailHeaders headers = parsed.headers();
        ContentType type = ContentType.parse(headers.raw("content-type").orElse(""), otherwise);
        int body = parsed.body();
        parts++;
        boolean open = depth < DEEPEST && parts < MOST_PARTS;
        List<MimePart> children = List.of();
        if (open && type.is("multipart/")) {
            children = multipart(bytes, body, to, depth, type);
        } else if (open && (type.is("message/rfc822") || type.type().equals("message/global"))) {
            children = List.of(inner(bytes, body, to, depth, headers));
        }
        return new MimePart(headers, type, bytes, body, to, children);
    }

    /** A message inside may be encoded although it should not be (RFC 2046 §5.2.1). */
    private MimePart inner(byte[] bytes, int from, int to, int depth, MailHeaders headers) {
        String encoding = headers.lower("content-transfer-encoding");
        if (!encoding.startsWith("base64") && !encoding.startsWith("quoted-printable")) {
            return part(bytes, skipBlank(bytes, from, to), to, depth + 1, "text/plain");
        }
        byte[] decoded = TransferDecoding.decode(bytes, from, to, encoding, LONGEST_INNER);
        return part(decoded, skipBlank(decoded, 0, decoded.length), decoded.length, depth + 1, "text/plain");
    }

    private static int skipBlank(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && (bytes[i] == '\n' || bytes[i] == '\r')) {
            i++;
        }
        return i;
    }

    private List<MimePart> multipart(byte[] bytes, int from, int to, int depth, ContentType type) {
        String otherwise = type.is("multipart/digest") ? "message/rfc822" : "text/plain";
        Optional<String> named = type.parameter("boundary").map(String::stripTrailing).filter(b -> !b.isEmpty());
        List<MimePart> found = named.map(b -> split(bytes, from, to, depth, "--" + b, otherwise)).orElse(List.of());
        if (!found.isEmpty()) {
            return found;
        }
        return boundary(bytes, from, to).map(line -> split(bytes, from, to, depth, line, otherwise)).orElse(List.of());
    }

    private List<MimePart> split(byte[] bytes, int from, int to, int depth, String line, String otherwise) {
        byte[] mark = line.getBytes(StandardCharsets.ISO_8859_1);
        List<MimePart> found = new ArrayList<>();
        int start = -1;
        int at = from;
        while (at < to && parts < MOST_PARTS) {
            int end = lineEnd(bytes, at, to);
            int kind = matches(bytes, at, end, mark);
            if (kind > 0) {
                if (start >= 0) {
                    found.add(part(bytes, start, Math.max(start, beforeBreak(bytes, at)), depth + 1, otherwise));
                }
                start = kind == 2 ? -1 : Math.min(to, end + 1);
            }
            at = end + 1;
        }
        if (start >= 0 && start < to && parts < MOST_PARTS) {
            found.add(part(bytes, start, to, depth + 1, otherwise));
        }
        return found;
    }

    /** 1 where the line is the boundary, 2 where it is the closing one, else 0. */
    private static int matches(byte[] bytes, int at, int end, byte[] mark) {
        if (end - at < mark.length || bytes[at] != '-' || bytes[at + 1] != '-') {
            return 0;
        }
        for (int i = 0; i < mark.length; i++) {
            if (bytes[at + i] != mark[i]) {
                return 0;
            }
        }
        int rest = at + mark.length;
        boolean closing = end - rest >= 2 && bytes[rest] == '-' && bytes[rest + 1] == '-';
        rest += closing ? 2 : 0;
        while (rest < end && bytes[rest] <= ' ' && bytes[rest] >= 0) {
            rest++;
        }
        return rest < end ? 0 : closing ? 2 : 1;
    }

    /** The line break before a boundary belongs to the boundary. */
    private static int beforeBreak(byte[] bytes, int at) {
        int end = at > 0 && bytes[at - 1] == '\n' ? at - 1 : at;
        return end > 0 && end < at && bytes[end - 1] == '\r' ? end - 1 : end;
    }

    /** The first line that opens with two dashes and stands right before a content header. */
    private static Optional<String> boundary(byte[] bytes, int from, int to) {
        int at = from;
        int limit = Math.min(to, from + BOUNDARY_LOOK);
        while (at < limit) {
            int end = lineEnd(bytes, at, to);
            if (end - at > 2 && end - at < 400 && bytes[at] == '-' && bytes[at + 1] == '-' && contentFollows(bytes, end, to)) {
                return Optional.of(new String(bytes, at, end - at, StandardCharsets.ISO_8859_1).stripTrailing());
            }
            at = end + 1;
        }
        return Optional.empty();
    }

    private static boolean contentFollows(byte[] bytes, int lineEnd, int to) {
        int start = Math.min(to, lineEnd + 1);
        int length = Math.min(8, to - start);
        return new String(bytes, start, length, StandardCharsets.ISO_8859_1).equalsIgnoreCase("content-");
    }

    private static int lineEnd(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] != '\n') {
            i++;
        }
        return i;
    }
}
