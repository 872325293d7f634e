package org.mimawari.connector.export.tree;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.export.JsonFile;

/**
 * Streams documents that are answers of a service: an object with fields that say what the list in it is about, such as
 * {@code @odata.context} or the mailbox, and the list; one such object, several one after the other, or an array of
 * them. Unlike a plain list of records, each record is delivered with those fields.
 */
final class ListDocument {

    private static final Set<String> LISTS = Set.of("value", "items", "records", "Records", "results", "Results");
    private static final String NEXT_PAGE = "@odata.nextLink";
    private static final int MOST_AROUND = 500;

    private final RecordFile.RecordTaker taker;
    private final JsonFile.Rejects rejects;
    private final TreeBuilder builder = new TreeBuilder();

    ListDocument(RecordFile.RecordTaker taker, JsonFile.Rejects rejects) {
        this.taker = taker;
        this.rejects = rejects;
    }

    void read(InputStream in) throws IOException {
        long line = 1;
        try (JsonParser parser = TreeBuilder.FACTORY.createParser(in)) {
            while (parser.nextToken() != null) {
                line = parser.currentTokenLocation().getLineNr();
                readTop(parser, line);
            }
        } catch (JsonProcessingException broken) {
            long at = broken.getLocation() == null ? line : broken.getLocation().getLineNr();
            rejects.reject(at, "the file is cut or broken here: " + broken.getOriginalMessage());
            throw new IOException("broken JSON near line " + at, broken);
        }
    }

    private void readTop(JsonParser parser, long line) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            readObject(parser, line);
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                readObject(parser, parser.currentTokenLocation().getLineNr());
            }
            rejectRest(parser);
        } else {
            rejects.reject(line, "expected a JSON object");
        }
    }

    private void rejectRest(JsonParser parser) throws IOException {
        while (parser.currentToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            rejects.reject(parser.currentTokenLocation().getLineNr(), "expected a JSON object");
            parser.skipChildren();
            parser.nextToken();
        }
    }

    private void readObject(JsonParser parser, long line) throws IOException {
        List<Tree.Field> around = new ArrayList<>();
        boolean holdsList = false;
        builder.begin();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && LISTS.contains(name)) {
                taker.list(Tree.object(around), line);
                readList(parser, Tree.object(around));
                holdsList = true;
            } else {
                Tree value = builder.more(parser).orElse(Tree.NONE);
                if (around.size() < MOST_AROUND) {
                    around.add(new Tree.Field(name, value));
                }
            }
        }
        if (holdsList) {
            taker.page(Tree.object(around).find(NEXT_PAGE).isPresent());
        } else {
            taker.take(Tree.object(around), Tree.NONE, line);
        }
    }

    private void readList(JsonParser parser, Tree around) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            long line = parser.currentTokenLocation().getLineNr();
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
                rejects.reject(line, "expected a JSON object");
                continue;
            }
            Optional<Tree> record = builder.read(parser);
            if (record.isEmpty()) {
                rejects.reject(line, RecordFile.TOO_LARGE);
            } else {
                taker.take(record.get(), around, line);
            }
        }
    }
}
