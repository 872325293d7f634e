package org.mimawari.announce.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mimawari.announce.AnnounceException;
import org.mimawari.announce.Announcement;
import org.mimawari.announce.Channel;
import org.mimawari.announce.text.AnnouncementText;
import org.mimawari.announce.text.Digest;
import org.mimawari.evidence.Words;
import org.mimawari.incident.KnownIncident;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.report.wording.VisibleText;

/** Posts announcements as signed JSON: the gravest incidents with their facts, the rest as counts. */
public final class WebhookChannel implements Channel {

    private static final int VERSION = 1;
    private static final int LONGEST = 600;

    private final String name;
    private final Post post;
    private final Signature signature;
    private final AnnouncementText text;
    private final Clock clock;

    public WebhookChannel(String name, Endpoint endpoint, String secret, AnnouncementText text, Clock clock) {
        this.name = name;
        this.post = new Post(endpoint, clock);
        this.signature = new Signature(secret);
        this.text = text;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void send(Announcement announcement) throws AnnounceException {
        byte[] body = body(announcement);
        post.send(body, Map.of(Signature.HEADER, signature.of(body, clock.instant())));
    }

    byte[] body(Announcement announcement) {
        Digest digest = text.digest(announcement, AnnouncementText.MOST_ITEMS);
        List<KnownIncident> incidents = AnnouncementText.gravestFirst(announcement.changes());
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("id", VisibleText.of(announcement.id(), LONGEST));
            json.writeStringField("tenant", VisibleText.of(announcement.tenant(), LONGEST));
            json.writeStringField("at", written(announcement.at()));
            json.writeStringField("language", text.language().tag());
            json.writeStringField("subject", digest.subject());
            counts(json, incidents);
            json.writeArrayFieldStart("incidents");
            for (int i = 0; i < digest.items().size(); i++) {
                incident(json, incidents.get(i), digest.items().get(i));
            }
            json.writeEndArray();
            json.writeNumberField("notListed", incidents.size() - digest.items().size());
            JsonText.texts(json, "failures", digest.failures());
            json.writeEndObject();
        });
    }

    private static void counts(JsonGenerator json, List<KnownIncident> incidents) throws IOException {
        Map<String, Map<String, Long>> counts = incidents.stream().collect(Collectors.groupingBy(
                incident -> Words.of(incident.status()), TreeMap::new,
                Collectors.groupingBy(incident -> Words.of(incident.level()), TreeMap::new, Collectors.counting())));
        json.writeObjectFieldStart("counts");
        for (Map.Entry<String, Map<String, Long>> status : counts.entrySet()) {
            json.writeObjectFieldStart(status.getKey());
            for (Map.Entry<String, Long> level : status.getValue().entrySet()) {
                json.writeNumberField(level.getKey(), level.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void incident(JsonGenerator json, KnownIncident incident, Digest.Item item) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", VisibleText.of(incident.id(), LONGEST));
        json.writeStringField("mailbox", VisibleText.of(incident.mailbox(), LONGEST));
        json.writeStringField("status", Words.of(incident.status()));
        json.writeStringField("level", Words.of(incident.level()));
        json.writeNumberField("score", Double.parseDouble(Phrasing.score(incident.score())));
        time(json, "firstAct", incident.when().from());
        time(json, "lastAct", incident.when().to());
        json.writeStringField("firstSeen", written(incident.firstSeen()));
        json.writeStringField("lastSeen", written(incident.lastSeen()));
        JsonText.texts(json, "indicators", incident.indicators().stream().limit(50)
                .map(id -> VisibleText.of(id, LONGEST)).toList());
        JsonText.texts(json, "response", incident.response().stream().map(Words::of).toList());
        json.writeStringField("heading", item.heading());
        JsonText.texts(json, "sentences", item.sentences());
        JsonText.texts(json, "facts", item.facts());
        json.writeEndObject();
    }

    private static void time(JsonGenerator json, String name, Optional<Instant> time) throws IOException {
        if (time.isPresent()) {
            json.writeStringField(name, written(time.get()));
        }
    }

    private static String written(Instant time) {
        return Phrasing.clamped(time).toString();
    }
}
