package org.mimawari.connector.microsoft365.graph;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import org.mimawari.connector.Fingerprint;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.connector.export.tree.TreeBuilder;

/**
 * One page of a list. Looked through once before anything is handed over, so that a page is known to be whole, or where it
 * breaks off.
 *
 * @param next the link to the next page
 * @param count how many records the list has in all, where the answer says so
 * @param items how many records the page holds
 * @param list where in the body they stand
 * @param broken why the page cannot be read to its end
 */
record Page(byte[] body, Optional<String> next, OptionalLong count, int items, Range list, Optional<String> broken) {

    /** Where in the body the records stand. */
    record Range(int from, int to) {
        static final Range NONE = new Range(0, 0);
    }

    private static final int LONGEST_LINK = 32_000;

    /** Even the vendor's own samples have commas too many. */
    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(200).maxStringLength(16 << 20)
                    .maxDocumentLength(-1).build())
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA).build();

    /** Takes one record; the parser stands on it and must be left at its end. */
    @FunctionalInterface
    interface Item {
        void take(JsonParser parser) throws IOException;
    }

    static Page of(byte[] body) {
        Look look = new Look();
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Page(body, Optional.empty(), OptionalLong.empty(), 0, Range.NONE,
                        Optional.of("the page is no JSON object"));
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                look.at(parser.currentName(), parser);
            }
        } catch (JsonProcessingException e) {
            return new Page(body, Optional.empty(), look.count, look.items, look.range,
                    Optional.of("the page is no whole JSON: " + e.getOriginalMessage()));
        } catch (IOException e) {
            return new Page(body, Optional.empty(), look.count, look.items, look.range,
                    Optional.of("the page cannot be read"));
        }
        Optional<String> broken = look.isList ? Optional.empty() : Optional.of("the page has no list of records");
        return new Page(body, look.next, look.count, look.items, look.range, broken);
    }

    private static final class Look {

        private Optional<String> next = Optional.empty();
        private OptionalLong count = OptionalLong.empty();
        private int items;
        private boolean isList;
        private Range range = Range.NONE;

        private void at(String name, JsonParser parser) throws IOException {
            JsonToken token = parser.nextToken();
            if (name.equals("value") && token == JsonToken.START_ARRAY) {
                isList = true;
                int from = (int) parser.currentTokenLocation().getByteOffset();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items++;
                    parser.skipChildren();
                }
                range = new Range(from, (int) parser.currentTokenLocation().getByteOffset());
            } else if (name.equals("@odata.nextLink") && token == JsonToken.VALUE_STRING) {
                next = Optional.of(parser.getText()).filter(link -> !link.isBlank() && link.length() <= LONGEST_LINK);
            } else if (name.equals("@odata.count") && token == JsonToken.VALUE_NUMBER_INT) {
                count = OptionalLong.of(parser.getLongValue());
            } else {
                parser.skipChildren();
            }
        }
    }

    /** Hands over the records that are whole; one that is no object is handed over as nothing. */
    void each(Item item) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            parser.nextToken();
            int left = broken.isPresent() ? items - 1 : items;
            while (left > 0 && parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean value = parser.currentName().equals("value");
                if (parser.nextToken() != JsonToken.START_ARRAY || !value) {
                    parser.skipChildren();
                    continue;
                }
                for (; left > 0 && parser.nextToken() != JsonToken.END_ARRAY; left--) {
                    item.take(parser);
                }
            }
        }
    }

    /** The record the parser stands on; nothing where it is too large to be one. */
    static Tree tree(JsonParser parser) throws IOException {
        return new TreeBuilder().read(parser).orElse(Tree.NONE);
    }

    /** What tells this page's records from those of others, whatever the links say. */
    long print() {
        return new Fingerprint().add(body, list.from(), list.to()).value();
    }
}
