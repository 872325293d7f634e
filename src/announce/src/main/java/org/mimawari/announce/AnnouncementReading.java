package org.mimawari.announce;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mimawari.evidence.TimeRange;
import org.mimawari.evidence.Words;
import org.mimawari.incident.IncidentStatus;
import org.mimawari.incident.KnownIncident;
import org.mimawari.incident.ResponseStep;
import org.mimawari.indicator.Level;

/** Reads one announcement back. Fields it does not know are skipped: a patch of the same version may add some. */
final class AnnouncementReading {

    private final String text;
    private final List<KnownIncident> changes = new ArrayList<>();

    AnnouncementReading(String text) {
        this.text = text;
    }

    Announcement announcement() throws IOException {
        try (JsonParser json = AnnouncementJson.JSON.createParser(text)) {
            expect(json.nextToken(), JsonToken.START_OBJECT);
            Fields fields = fields(json);
            int version = (int) fields.number("version");
            if (version != AnnouncementJson.VERSION) {
                throw new IOException("an announcement of version " + version + ", but only version "
                        + AnnouncementJson.VERSION + " can be read here");
            }
            return new Announcement(fields.text("id"), fields.text("tenant"), fields.time("at"), changes,
                    fields.list("failures"));
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
            throw new IOException("a kept announcement is damaged", e);
        }
    }

    private Fields fields(JsonParser json) throws IOException {
        Fields fields = new Fields(new HashMap<>(), new HashMap<>());
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_ARRAY) {
                fields.lists.put(name, list(json));
            } else if (value != null && value.isScalarValue()) {
                fields.texts.put(name, json.getText());
            } else {
                json.skipChildren();
            }
        }
        return fields;
    }

    /** Texts are returned; objects are incidents, of which only the announcement itself has some. */
    private List<String> list(JsonParser json) throws IOException {
        List<String> texts = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                changes.add(incident(fields(json)));
            } else {
                expect(token, JsonToken.VALUE_STRING);
                texts.add(json.getText());
            }
        }
        return texts;
    }

    private static KnownIncident incident(Fields fields) throws IOException {
        return new KnownIncident(fields.text("id"), fields.text("mailbox"),
                Words.parse(IncidentStatus.class, fields.text("status")),
                Words.parse(Level.class, fields.text("level")),
                fields.number("score"), new TimeRange(fields.findTime("firstAct"), fields.findTime("lastAct")),
                fields.time("firstSeen"), fields.time("lastSeen"), fields.list("indicators"), fields.list("sentences"),
                fields.list("response").stream().map(word -> Words.parse(ResponseStep.class, word)).toList());
    }

    private static void expect(@Nullable JsonToken found, JsonToken expected) throws IOException {
        if (found != expected) {
            throw new JsonParseException(null, "expected " + expected);
        }
    }

    private record Fields(Map<String, String> texts, Map<String, List<String>> lists) {

        String text(String name) throws IOException {
            return Optional.ofNullable(texts.get(name))
                    .orElseThrow(() -> new IOException("a kept announcement is damaged: it has no " + name));
        }

        double number(String name) throws IOException {
            return Double.parseDouble(text(name));
        }

        Instant time(String name) throws IOException {
            return Instant.parse(text(name));
        }

        Optional<Instant> findTime(String name) {
            return Optional.ofNullable(texts.get(name)).map(Instant::parse);
        }

        List<String> list(String name) {
            return lists.getOrDefault(name, List.of());
        }
    }
}
