package org.mimawari.connector.export.tree;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.mimawari.connector.export.Preview;

/** The first record of a file, as far as the preview shows it, to recognise formats by the fields they have. */
public final class FirstRecord {

    private static final Set<String> LISTS = Set.of("value", "items", "records", "Records", "results", "Results");
    private static final int MOST_FIELDS = 500;

    private final List<Tree.Field> around = new ArrayList<>();
    private final List<Tree.Field> fields = new ArrayList<>();

    private FirstRecord() {}

    /** The fields of the first record; of a table, its columns, each holding some text. */
    public static Tree of(Preview preview) {
        return preview.looksLikeJson() ? json(preview).record() : table(preview);
    }

    /** The fields that stand before the list that the first record is in; nothing for tables. */
    public static Tree around(Preview preview) {
        return preview.looksLikeJson() ? Tree.object(json(preview).around) : Tree.NONE;
    }

    private Tree record() {
        return Tree.object(fields);
    }

    private static Tree table(Preview preview) {
        String header = preview.text().lines().limit(20).filter(line -> !line.isBlank())
                .filter(line -> !TablePrologue.isPrologue(line) || line.regionMatches(true, 0, "#Fields:", 0, 8))
                .findFirst().orElse("");
        String names = header.regionMatches(true, 0, "#Fields:", 0, 8) ? header.substring(8) : header;
        return Tree.object(Arrays.stream(names.split("[,;\t]", MOST_FIELDS))
                .map(name -> name.strip().replace("\"", ""))
                .map(name -> new Tree.Field(JapaneseColumns.english(name).orElse(name), Tree.text("-"))).toList());
    }

    private static FirstRecord json(Preview preview) {
        FirstRecord first = new FirstRecord();
        try (JsonParser parser = TreeBuilder.FACTORY.createParser(preview.text())) {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                parser.nextToken();
            }
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                first.read(parser, first.around);
            }
        } catch (IOException cut) {
            // The preview ends within the record: what was seen of it is enough.
            return first.orAround();
        }
        return first.orAround();
    }

    private FirstRecord orAround() {
        if (fields.isEmpty() && around.stream().noneMatch(field -> LISTS.contains(field.name()))) {
            fields.addAll(around);
            around.clear();
        }
        return this;
    }

    private void read(JsonParser parser, List<Tree.Field> into) throws IOException {
        while (into.size() < MOST_FIELDS && parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            into.add(new Tree.Field(name, Tree.NONE));
            boolean isList = parser.nextToken() == JsonToken.START_ARRAY && into == around && LISTS.contains(name);
            if (isList) {
                if (parser.nextToken() == JsonToken.START_OBJECT) {
                    read(parser, fields);
                }
                return;
            }
            Tree value = new TreeBuilder().read(parser).orElse(Tree.NONE);
            into.set(into.size() - 1, new Tree.Field(name, value));
        }
    }
}
