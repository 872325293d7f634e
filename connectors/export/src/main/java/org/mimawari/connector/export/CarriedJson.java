package org.mimawari.connector.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.export.CarriedText.Carried;

/**
 * Walks JSON of log systems, in lines, arrays or answers with the hits in a list, and gives of each hit the record it
 * carries. A hit that carries none is itself the record.
 */
final class CarriedJson implements CarriedText.Records {

    private static final JsonFactory FACTORY = JsonFile.FACTORY;
    private static final Set<String> LISTS = Set.of("results", "Results", "hits", "logEvents", "events",
            "records", "value", "items", "entries");

    private final InputStream in;
    private Optional<JsonParser> parser = Optional.empty();
    private int wrappers;

    CarriedJson(InputStream in) {
        this.in = in;
    }

    @Override
    public Optional<Carried> next() throws IOException {
        JsonParser json = parser.isPresent() ? parser.get() : FACTORY.createParser(in);
        parser = Optional.of(json);
        JsonToken token = json.nextToken();
        while (token != null) {
            if (token == JsonToken.START_OBJECT) {
                Optional<Carried> found = object(json);
                if (found.isPresent()) {
                    return found;
                }
            } else if (token == JsonToken.FIELD_NAME && wrappers > 0) {
                skipUnlessList(json);
            } else if (token == JsonToken.END_OBJECT) {
                wrappers--;
            }
            token = json.nextToken();
        }
        return Optional.empty();
    }

    /** A record; or nothing, where the object holds a list of them, in which the parser then stands. */
    private Optional<Carried> object(JsonParser json) throws IOException {
        long line = json.currentTokenLocation().getLineNr();
        CarriedRecord record = new CarriedRecord(json);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            boolean hits = name.equals("hits") && value == JsonToken.START_OBJECT;
            if (hits || LISTS.contains(name) && value == JsonToken.START_ARRAY && record.mayBeFrame()) {
                wrappers += hits ? 2 : 1;
                return Optional.empty();
            }
            record.add(name);
        }
        return Optional.of(new Carried(record.carried(), line));
    }

    /** Inside an answer, beside the list of hits. */
    private static void skipUnlessList(JsonParser json) throws IOException {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (!(LISTS.contains(name) && value == JsonToken.START_ARRAY)) {
            json.skipChildren();
        }
    }
}
