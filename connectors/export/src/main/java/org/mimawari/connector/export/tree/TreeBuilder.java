package org.mimawari.connector.export.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mimawari.connector.export.CsvRow;
import org.mimawari.connector.export.ScriptText;

/** Builds the tree of one record, within 50,000 values and 8 MiB of text, whatever the record holds. */
public final class TreeBuilder {

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(100)
                    .maxStringLength(16 << 20).maxDocumentLength(-1).build())
            .build();
    private static final int MOST_VALUES = 50_000;
    private static final int MOST_TEXT = 8 << 20;

    private List<String> columns = List.of();
    private List<Optional<String>> english = List.of();
    private int values;
    private int text;

    /** The value the parser stands on; empty where it is too large. The parser is then at its end in any case. */
    public Optional<Tree> read(JsonParser parser) throws IOException {
        begin();
        return more(parser);
    }

    /** Begins a new record, whose values are then read with {@link #more}. */
    void begin() {
        values = 0;
        text = 0;
    }

    /** As {@link #read}, for a further value of the same record. */
    Optional<Tree> more(JsonParser parser) throws IOException {
        Tree tree = value(parser);
        return isTooLarge() ? Optional.empty() : Optional.of(tree);
    }

    Tree row(CsvRow row, DayOrder order) {
        if (row.columns() != columns) {
            columns = row.columns();
            english = columns.stream().map(JapaneseColumns::english).toList();
        }
        List<Tree.Field> fields = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size() && i < row.fields().size(); i++) {
            String cell = order.plain(row.fields().get(i));
            Optional<String> name = english.get(i);
            fields.add(new Tree.Field(name.orElse(columns.get(i).strip()),
                    Tree.text(name.isPresent() ? JapaneseColumns.word(cell) : cell)));
        }
        return Tree.object(NestedColumns.with(fields));
    }

    /** The tree of JSON that stands in a text; empty where the text is no JSON. */
    Optional<Tree> embedded(String json) {
        try (JsonParser parser = FACTORY.createParser(ScriptText.json(json))) {
            parser.nextToken();
            Optional<Tree> tree = read(parser);
            return parser.nextToken() == null ? tree : Optional.empty();
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }

    private boolean isTooLarge() {
        return values > MOST_VALUES || text > MOST_TEXT;
    }

    private Tree value(JsonParser parser) throws IOException {
        values++;
        if (isTooLarge()) {
            parser.skipChildren();
            return Tree.NONE;
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_NULL -> Tree.NONE;
            default -> scalar(parser);
        };
    }

    private Tree object(JsonParser parser) throws IOException {
        List<Tree.Field> fields = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            text += name.length();
            parser.nextToken();
            fields.add(new Tree.Field(name, value(parser)));
        }
        return Tree.object(fields);
    }

    private Tree list(JsonParser parser) throws IOException {
        List<Tree> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            Tree item = value(parser);
            if (!item.isEmpty()) {
                items.add(item);
            }
        }
        return Tree.list(items);
    }

    private Tree scalar(JsonParser parser) throws IOException {
        String value = parser.getText();
        text += value.length();
        return Tree.text(value);
    }
}
