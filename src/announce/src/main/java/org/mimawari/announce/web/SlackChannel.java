package org.mimawari.announce.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mimawari.announce.AnnounceException;
import org.mimawari.announce.Announcement;
import org.mimawari.announce.Channel;
import org.mimawari.announce.text.AnnouncementText;
import org.mimawari.announce.text.Digest;

/**
 * Posts to an incoming webhook of Slack, or of anything that takes the same JSON. Every text is plain text: nothing
 * that a mail system wrote can become a link, a mention or bold. Limits as in Slack's reference of blocks: 150
 * characters in a header, 3,000 in a section, 50 blocks.
 */
public final class SlackChannel implements Channel {

    private static final int LONGEST_HEADER = 150;
    private static final int LONGEST_SECTION = 3_000;
    /** Slack refuses messages whose blocks hold much more than 13,000 characters in all. */
    private static final int MOST_CHARACTERS = 13_000;

    private final String name;
    private final Post post;
    private final AnnouncementText text;

    public SlackChannel(String name, Endpoint endpoint, AnnouncementText text, Clock clock) {
        this.name = name;
        this.post = new Post(endpoint, clock);
        this.text = text;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void send(Announcement announcement) throws AnnounceException {
        post.send(body(announcement), Map.of());
    }

    byte[] body(Announcement announcement) {
        return Fitting.longest(most -> body(text.digest(announcement, most)),
                json -> new String(json, StandardCharsets.UTF_8).length() <= MOST_CHARACTERS);
    }

    private byte[] body(Digest digest) {
        return JsonText.of(json -> {
            json.writeStartObject();
            // Shown in notifications only, as there are blocks.
            json.writeStringField("text", escaped(digest.subject(), LONGEST_SECTION));
            json.writeBooleanField("mrkdwn", false);
            json.writeBooleanField("unfurl_links", false);
            json.writeBooleanField("unfurl_media", false);
            json.writeArrayFieldStart("blocks");
            block(json, "header", escaped(digest.subject(), LONGEST_HEADER));
            for (String section : sections(digest)) {
                block(json, "section", escaped(section, LONGEST_SECTION));
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private List<String> sections(Digest digest) {
        List<String> sections = new ArrayList<>();
        if (!digest.failures().isEmpty()) {
            sections.add(text.failureHeading() + "\n• " + String.join("\n• ", digest.failures()));
        }
        for (Digest.Item item : digest.items()) {
            StringBuilder section = new StringBuilder(item.heading());
            item.sentences().forEach(sentence -> section.append("\n• ").append(sentence));
            sections.add(section.toString());
            // Of their own, so that long sentences never push out what to do.
            sections.add(String.join("\n", item.facts()));
        }
        if (!digest.remainder().isEmpty()) {
            sections.add(String.join("\n", digest.remainder()));
        }
        sections.add(String.join("\n", digest.footer()));
        return sections;
    }

    private static void block(JsonGenerator json, String type, String plain) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", type);
        json.writeObjectFieldStart("text");
        json.writeStringField("type", "plain_text");
        json.writeStringField("text", plain);
        json.writeBooleanField("emoji", false);
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Slack's three control characters, escaped, with the limit counted after escaping. */
    static String escaped(String plain, int longest) {
        StringBuilder escaped = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); ) {
            int c = plain.codePointAt(i);
            String written = switch (c) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                default -> Character.toString(c);
            };
            if (escaped.length() + written.length() > longest - 1) {
                return escaped.append('…').toString();
            }
            escaped.append(written);
            i += Character.charCount(c);
        }
        return escaped.toString();
    }
}
