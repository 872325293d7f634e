package org.mimawari.report.feed;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.mimawari.report.json.SafeJson;

/** Writes the objects of a STIX bundle, all made at one moment by one identity. */
final class StixObjects {

    /** What to look for. */
    record Pattern(String id, String name, String pattern, Instant from, long confidence) {}

    private static final String IDENTITY = StixId.of("identity", "Mimawari");

    private final SafeJson json;
    private final String moment;

    StixObjects(SafeJson json, Instant moment) {
        this.json = json;
        this.moment = written(moment);
    }

    void identity() throws IOException {
        json.text("type", "identity");
        json.text("spec_version", "2.1");
        json.text("id", IDENTITY);
        json.text("created", moment);
        json.text("modified", moment);
        json.text("name", "Mimawari");
        json.text("identity_class", "system");
    }

    void technique(String technique) throws IOException {
        common("attack-pattern", StixId.of("attack-pattern", technique));
        json.text("name", technique);
        json.list("external_references", List.of(technique), id -> {
            json.text("source_name", "mitre-attack");
            json.text("external_id", id);
        });
    }

    void indicator(Pattern pattern) throws IOException {
        common("indicator", pattern.id());
        json.text("name", pattern.name());
        json.texts("indicator_types", List.of("malicious-activity"));
        json.text("pattern", pattern.pattern());
        json.text("pattern_type", "stix");
        json.text("pattern_version", "2.1");
        json.text("valid_from", written(pattern.from()));
        json.number("confidence", pattern.confidence());
    }

    void indicates(String indicator, String technique) throws IOException {
        common("relationship", StixId.of("relationship", indicator + " indicates " + technique));
        json.text("relationship_type", "indicates");
        json.text("source_ref", indicator);
        json.text("target_ref", StixId.of("attack-pattern", technique));
    }

    private void common(String type, String id) throws IOException {
        json.text("type", type);
        json.text("spec_version", "2.1");
        json.text("id", id);
        json.text("created_by_ref", IDENTITY);
        json.text("created", moment);
        json.text("modified", moment);
    }

    /** STIX 2.1 section 3.2 wants milliseconds for created and modified. */
    private static String written(Instant time) {
        Instant whole = time.truncatedTo(ChronoUnit.MILLIS);
        String text = SafeJson.written(whole);
        return text.contains(".") ? text : text.replace("Z", ".000Z");
    }
}
