package org.mimawari.connector.google.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import org.mimawari.connector.Fingerprint;

/**
 * One page of a list. Looked through once before anything is handed over, so that a page is known to be whole, or where it
 * breaks off. A page of Google's without the list is one with nothing in it.
 *
 * @param list the name of the list
 * @param next the token of the next page, or an empty text
 * @param isLost true where the next page has no readable name
 * @param items how many records the page holds
 * @param print tells this page's records from those of others
 * @param broken why the page cannot be read to its end
 */
record Page(byte[] body, String list, String next, boolean isLost, int items, long print, Optional<String> broken) {

    private static final int LONGEST_TOKEN = 8_000;

    /** Takes one record; the parser stands on it and must be left at its end. */
    @FunctionalInterface
    interface Item {
        void take(JsonParser parser) throws IOException;
    }

    private static final class Look {
        private String next = "";
        private int items;
        private int from;
        private int to;
        private boolean isLost;
    }

    static Page of(byte[] body, String list) {
        Look look = new Look();
        Optional<String> broken = Optional.empty();
        try (JsonParser parser = Json.FACTORY.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                broken = Optional.of("the page is no JSON object");
            }
            while (broken.isEmpty() && parser.nextToken() == JsonToken.FIELD_NAME) {
                at(parser, list, look);
            }
        } catch (JsonProcessingException e) {
            broken = Optional.of("the page is no whole JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            broken = Optional.of("the page cannot be read");
        }
        return new Page(body, list, broken.isPresent() ? "" : look.next, look.isLost, look.items,
                new Fingerprint().add(body, look.from, look.to).value(), broken);
    }

    private static void at(JsonParser parser, String list, Look look) throws IOException {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        if (name.equals(list) && token == JsonToken.START_ARRAY) {
            look.from = (int) parser.currentTokenLocation().getByteOffset();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                look.items++;
                parser.skipChildren();
            }
            look.to = (int) parser.currentTokenLocation().getByteOffset();
        } else if (name.equals("nextPageToken") && token != JsonToken.VALUE_NULL) {
            look.isLost = token != JsonToken.VALUE_STRING || parser.getTextLength() > LONGEST_TOKEN;
            look.next = look.isLost ? "" : parser.getText();
            parser.skipChildren();
        } else {
            parser.skipChildren();
        }
    }

    /** Hands over the records that are whole. */
    void each(Item item) throws IOException {
        try (JsonParser parser = Json.FACTORY.createParser(body)) {
            parser.nextToken();
            int left = broken.isPresent() ? items - 1 : items;
            while (left > 0 && parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals(list);
                if (parser.nextToken() != JsonToken.START_ARRAY || !wanted) {
                    parser.skipChildren();
                    continue;
                }
                for (; left > 0 && parser.nextToken() != JsonToken.END_ARRAY; left--) {
                    item.take(parser);
                }
            }
        }
    }
}
