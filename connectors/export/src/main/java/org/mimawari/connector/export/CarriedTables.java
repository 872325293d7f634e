package org.mimawari.connector.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mimawari.connector.export.CarriedText.Carried;

/**
 * The rows of an answer of Log Analytics, {@code {"tables":[{"columns":[…],"rows":[[…]]}]}}, each as an object with the
 * names of the columns.
 */
final class CarriedTables implements CarriedText.Records {

    private static final int MOST_COLUMNS = 2_000;

    private final InputStream in;
    private Optional<JsonParser> parser = Optional.empty();
    private final List<String> columns = new ArrayList<>();
    private boolean inRows;

    CarriedTables(InputStream in) {
        this.in = in;
    }

    /** True where the text begins as such an answer. */
    static boolean isIn(String text) {
        String start = text.substring(0, Math.min(400, text.length())).replaceAll("\\s+", "");
        return start.startsWith("{\"tables\":[{") && text.contains("\"columns\"");
    }

    @Override
    public Optional<Carried> next() throws IOException {
        JsonParser json = parser.isPresent() ? parser.get() : JsonFile.FACTORY.createParser(in);
        parser = Optional.of(json);
        JsonToken token = json.nextToken();
        while (token != null) {
            if (inRows && token == JsonToken.START_ARRAY) {
                return Optional.of(row(json));
            }
            inRows &= token != JsonToken.END_ARRAY;
            if (token == JsonToken.FIELD_NAME && json.currentName().equals("columns")) {
                json.nextToken();
                columns(json);
            } else if (token == JsonToken.FIELD_NAME && json.currentName().equals("rows")) {
                inRows = json.nextToken() == JsonToken.START_ARRAY;
            }
            token = json.nextToken();
        }
        return Optional.empty();
    }

    private void columns(JsonParser json) throws IOException {
        columns.clear();
        int depth = 1;
        while (depth > 0) {
            JsonToken token = json.nextToken();
            depth += token == JsonToken.START_ARRAY ? 1 : token == JsonToken.END_ARRAY || token == null ? -1 : 0;
            boolean name = token == JsonToken.FIELD_NAME
                    && (json.currentName().equals("name") || json.currentName().equals("ColumnName"));
            if (name && columns.size() < MOST_COLUMNS) {
                json.nextToken();
                columns.add(json.getValueAsString(""));
            }
        }
    }

    private Carried row(JsonParser json) throws IOException {
        long line = json.currentTokenLocation().getLineNr();
        StringWriter text = new StringWriter();
        try (JsonGenerator row = JsonFile.FACTORY.createGenerator(text)) {
            row.writeStartObject();
            for (int column = 0; json.nextToken() != JsonToken.END_ARRAY && json.currentToken() != null; column++) {
                row.writeFieldName(column < columns.size() ? columns.get(column) : "column" + column);
                row.copyCurrentStructure(json);
            }
            row.writeEndObject();
        }
        return new Carried(text.toString(), line);
    }
}
