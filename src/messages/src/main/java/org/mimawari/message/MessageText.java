package org.mimawari.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mimawari.evidence.MessageContent;

/** The readable text of a message: plain parts where there are any, else HTML without its markup. */
public final class MessageText {

    private static final int LONGEST_PART = 256 * 1024;
    private static final int LONGEST = 512 * 1024;
    private static final int MOST_ATTACHMENTS = 50;

    private MessageText() {}

    /** All text parts of the message itself, in order, each on lines of its own; at most 512 Ki characters. */
    public static String of(MailMessage message) {
        String plain = joined(message, "text/plain");
        return plain.isBlank() ? ReadableText.ofHtml(joined(message, "text/html")) : plain;
    }

    /** What indicators may need of the body. */
    public static MessageContent content(MailMessage message) {
        String html = joined(message, "text/html");
        String plain = joined(message, "text/plain");
        Set<String> hosts = new TreeSet<>(ReadableText.linkHosts(html));
        hosts.addAll(ReadableText.linkHosts(plain));
        List<String> attachments = message.ownParts().stream().filter(MimePart::isAttachment)
                .map(part -> part.fileName().orElse(part.type().type())).limit(MOST_ATTACHMENTS).toList();
        String text = plain.isBlank() ? ReadableText.ofHtml(html) : plain;
        return new MessageContent(collapsed(text), List.copyOf(hosts), attachments);
    }

    private static String joined(MailMessage message, String type) {
        StringBuilder text = new StringBuilder();
        for (MimePart part : texts(message, type)) {
            if (text.length() < LONGEST) {
                text.append(part.text(LONGEST_PART)).append('\n');
            }
        }
        return text.toString();
    }

    private static List<MimePart> texts(MailMessage message, String type) {
        List<MimePart> texts = new ArrayList<>();
        for (MimePart part : message.ownParts()) {
            boolean broken = type.equals("text/plain") && part.type().is("multipart/");
            boolean bare = type.equals("text/plain") && part.type().type().equals("text");
            boolean fits = part.type().type().equals(type) || broken || bare;
            if (fits && !part.headers().lower("content-disposition").startsWith("attachment")) {
                texts.add(part);
            }
        }
        return texts;
    }

    /** Runs of white space become one space or one line end, so that the first 4,000 characters say much. */
    private static String collapsed(String text) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), MessageContent.LONGEST_TEXT));
        boolean gap = false;
        boolean line = false;
        for (int i = 0; i < text.length() && out.length() < MessageContent.LONGEST_TEXT; i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == 0xA0) {
                gap = true;
                line |= c == '\n';
                continue;
            }
            if (gap && out.length() > 0) {
                out.append(line ? '\n' : ' ');
            }
            gap = false;
            line = false;
            out.append(c);
        }
        return out.toString();
    }
}
