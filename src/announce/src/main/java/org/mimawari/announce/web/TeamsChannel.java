package org.mimawari.announce.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.mimawari.announce.AnnounceException;
import org.mimawari.announce.Announcement;
import org.mimawari.announce.Channel;
import org.mimawari.announce.text.AnnouncementText;
import org.mimawari.announce.text.Digest;

/**
 * Posts an Adaptive Card to a webhook of Teams' Workflows. All text stands in text runs, which know no Markdown, so
 * that nothing a mail system wrote can become a link or a mention. Teams takes 28 KB in all.
 */
public final class TeamsChannel implements Channel {

    private static final int MOST_BYTES = 25_000;

    private final String name;
    private final Post post;
    private final AnnouncementText text;

    public TeamsChannel(String name, Endpoint endpoint, AnnouncementText text, Clock clock) {
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
        return Fitting.longest(most -> message(text.digest(announcement, most)), json -> json.length <= MOST_BYTES);
    }

    private byte[] message(Digest digest) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringField("type", "message");
            json.writeArrayFieldStart("attachments");
            json.writeStartObject();
            json.writeStringField("contentType", "application/vnd.microsoft.card.adaptive");
            json.writeNullField("contentUrl");
            json.writeObjectFieldStart("content");
            card(json, digest);
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void card(JsonGenerator json, Digest digest) throws IOException {
        json.writeStringField("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        json.writeStringField("type", "AdaptiveCard");
        json.writeStringField("version", "1.4");
        json.writeStringField("lang", text.language().tag());
        json.writeArrayFieldStart("body");
        heading(json, digest.subject());
        if (!digest.failures().isEmpty()) {
            heading(json, text.failureHeading());
            lines(json, "• ", digest.failures());
        }
        for (Digest.Item item : digest.items()) {
            heading(json, item.heading());
            lines(json, "• ", item.sentences());
            lines(json, "", item.facts());
        }
        lines(json, "", digest.remainder());
        lines(json, "", digest.footer());
        json.writeEndArray();
        json.writeObjectFieldStart("msteams");
        json.writeStringField("width", "Full");
        json.writeEndObject();
    }

    private static void heading(JsonGenerator json, String line) throws IOException {
        block(json, line, true);
    }

    private static void lines(JsonGenerator json, String mark, List<String> lines) throws IOException {
        for (String line : lines) {
            block(json, mark + line, false);
        }
    }

    private static void block(JsonGenerator json, String line, boolean isHeading) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "RichTextBlock");
        if (!isHeading) {
            json.writeStringField("spacing", "None");
        }
        json.writeArrayFieldStart("inlines");
        json.writeStartObject();
        json.writeStringField("type", "TextRun");
        json.writeStringField("text", line);
        if (isHeading) {
            json.writeStringField("weight", "Bolder");
        }
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }
}
