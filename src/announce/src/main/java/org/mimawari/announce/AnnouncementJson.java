package org.mimawari.announce;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.Words;
import org.mimawari.incident.KnownIncident;
import org.mimawari.store.UnsafeCharacters;

/**
 * An announcement as one line of JSON, as an outbox keeps it. Version {@value #VERSION}; a later version of Mimawari
 * reads it, an earlier one refuses it.
 */
public final class AnnouncementJson {

    static final int VERSION = 1;
    static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(8).maxStringLength(1_000_000)
                    .build())
            .build();

    private AnnouncementJson() {}

    public static String write(Announcement announcement) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.setCharacterEscapes(new UnsafeCharacters());
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("id", announcement.id());
            json.writeStringField("tenant", announcement.tenant());
            json.writeStringField("at", announcement.at().toString());
            json.writeArrayFieldStart("changes");
            for (KnownIncident incident : announcement.changes()) {
                write(json, incident);
            }
            json.writeEndArray();
            texts(json, "failures", announcement.failures());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return text.toString();
    }

    /** @throws IOException where the text is no announcement of a version known here; the message quotes none of it */
    public static Announcement read(String json) throws IOException {
        return new AnnouncementReading(json).announcement();
    }

    private static void write(JsonGenerator json, KnownIncident incident) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", incident.id());
        json.writeStringField("mailbox", incident.mailbox());
        json.writeStringField("status", Words.of(incident.status()));
        json.writeStringField("level", Words.of(incident.level()));
        json.writeNumberField("score", incident.score());
        time(json, "firstAct", incident.when().from());
        time(json, "lastAct", incident.when().to());
        json.writeStringField("firstSeen", incident.firstSeen().toString());
        json.writeStringField("lastSeen", incident.lastSeen().toString());
        texts(json, "indicators", incident.indicators());
        texts(json, "sentences", incident.sentences());
        texts(json, "response", incident.response().stream().map(Words::of).toList());
        json.writeEndObject();
    }

    private static void time(JsonGenerator json, String name, Optional<Instant> time) throws IOException {
        if (time.isPresent()) {
            json.writeStringField(name, time.get().toString());
        }
    }

    private static void texts(JsonGenerator json, String name, Collection<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : List.copyOf(texts)) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
