package org.mimawari.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A message, or one part of it, with what lies inside. */
public final class MimePart {

    private final MailHeaders headers;
    private final ContentType type;
    private final byte[] bytes;
    private final int from;
    private final int to;
    private final List<MimePart> children;

    MimePart(MailHeaders headers, ContentType type, byte[] bytes, int from, int to, List<MimePart> children) {
        this.headers = headers;
        this.type = type;
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.children = List.copyOf(children);
    }

    public MailHeaders headers() {
        return headers;
    }

    public ContentType type() {
        return type;
    }

    /** Parts of a multipart, or the one message inside a message part; empty where nothing lies inside. */
    public List<MimePart> children() {
        return children;
    }

    /** True for a part that holds a whole message ({@code message/rfc822} and its kin). */
    public boolean isMessage() {
        return type.is("message/rfc822") || type.type().equals("message/global") || type.is("message/news");
    }

    public int bodyLength() {
        return to - from;
    }

    /** The decoded body, at most so many bytes. */
    public byte[] content(int most) {
        return TransferDecoding.decode(bytes, from, to, headers.raw("content-transfer-encoding").orElse(""), most);
    }

    /** The body as it lies in the message, not decoded. */
    public byte[] rawBody(int most) {
        return Arrays.copyOfRange(bytes, from, (int) Math.min(to, (long) from + most));
    }

    /** The decoded body as text; markup is kept. */
    public String text(int mostBytes) {
        return TextDecoding.decode(content(mostBytes), type.parameter("charset"));
    }

    /** The name it should be saved under. */
    public Optional<String> fileName() {
        ContentType disposition = ContentType.parse(headers.raw("content-disposition").orElse(""), "");
        return disposition.parameterText("filename").or(() -> type.parameterText("name"))
                .map(name -> name.length() <= 255 ? name : name.substring(0, 255)).filter(name -> !name.isBlank());
    }

    /** True where it is offered for saving and is not the text itself. */
    public boolean isAttachment() {
        boolean marked = headers.lower("content-disposition").startsWith("attachment");
        return marked || children.isEmpty() && fileName().isPresent();
    }

    /** All parts without parts of their own, in order; a message inside counts as one part. */
    public List<MimePart> ownParts() {
        List<MimePart> parts = new ArrayList<>();
        collect(this, true, parts);
        return parts;
    }

    private static void collect(MimePart part, boolean top, List<MimePart> parts) {
        boolean closed = part.children.isEmpty() || part.isMessage() && !top;
        if (closed) {
            parts.add(part);
            return;
        }
        part.children.forEach(child -> collect(child, false, parts));
    }
}
