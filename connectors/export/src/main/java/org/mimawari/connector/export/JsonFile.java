package org.mimawari.connector.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * Streams the records of a JSON file in whatever shape exports come: one object a line, an array, an object with the
 * records under {@code value}, {@code items} or {@code records}, pretty-printed or not, or several objects one after
 * the other. A line that is broken costs that line; a broken array costs the rest of the file, which is reported.
 */
public final class JsonFile {

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(200)
                    .maxStringLength(16 << 20).maxDocumentLength(-1).build())
            .build();
    private static final Set<String> CONTAINERS = Set.of("value", "items", "records", "Records", "activities",
            "results", "Results");
    private static final Set<String> NEXT_PAGE = Set.of("nextPageToken", "@odata.nextLink");
    private static final int CONTAINER_LOOK = 4;

    /** Takes the parser at the start of a record's object and must leave it at that object's end. */
    @FunctionalInterface
    public interface RecordReader {
        void read(JsonParser parser, long line) throws IOException;

        /** Is told at the end of each list whether its page names a next one. */
        default void page(boolean more) {}
    }

    /** Is told what could not be read. */
    @FunctionalInterface
    public interface Rejects {
        void reject(long line, String why);
    }

    /** Looks at the bytes of one line of a file of one object a line, before anything parses it. */
    @FunctionalInterface
    public interface LineFilter {

        /** True where the filter has dealt with the record itself, so that nobody needs to parse the line. */
        boolean needsNoParsing(byte[] bytes, int from, int to, long line) throws IOException;
    }

    private final RecordReader reader;
    private final Rejects rejects;
    private final LineFilter filter;
    private long lastRejected;

    public JsonFile(RecordReader reader, Rejects rejects) {
        this(reader, rejects, (bytes, from, to, line) -> false);
    }

    public JsonFile(RecordReader reader, Rejects rejects, LineFilter filter) {
        this.reader = reader;
        this.rejects = rejects;
        this.filter = filter;
    }

    /** True where the file has one JSON object a line, so that it may be read on behind any of its lines. */
    public static boolean hasOneObjectALine(InputStream in) {
        return new LineBlocks(in, 1).hasOneObjectALine();
    }

    /** @throws IOException where the stream breaks off; what was read before has been delivered */
    public void read(InputStream in) throws IOException {
        read(in, 1);
    }

    /**
     * Reads the rest of a file.
     *
     * @param firstLine the number of the line the stream begins with
     */
    public void read(InputStream in, long firstLine) throws IOException {
        LineBlocks blocks = new LineBlocks(in, firstLine);
        if (blocks.hasOneObjectALine()) {
            readLines(blocks);
        } else {
            readDocument(blocks.stream());
        }
    }

    /**
     * Reads a stretch of a file that is known to have one object a line, whatever the stretch looks like by itself.
     *
     * @param firstLine the number of the line the stretch begins with
     */
    public void readLines(InputStream in, long firstLine) throws IOException {
        readLines(new LineBlocks(in, firstLine));
    }

    private void readLines(LineBlocks blocks) throws IOException {
        while (blocks.next()) {
            if (blocks.isOverlong()) {
                rejects.reject(blocks.firstLine(), "the line is longer than " + LineBlocks.LONGEST_LINE + " bytes");
            } else {
                readBlock(blocks);
            }
        }
    }

    /** One parser for many lines; after a broken line a new one goes on behind it. */
    private void readBlock(LineBlocks blocks) throws IOException {
        blocks.drop(filter);
        int from = blocks.start();
        long line = blocks.firstLine();
        while (from < blocks.end()) {
            if (blocks.bytes()[from] == '\n') {
                from++;
                line++;
                continue;
            }
            LinesParsed parsed = readLines(blocks, from, line);
            if (parsed.whole()) {
                return;
            }
            from = blocks.afterLine(from, parsed.brokenLine() - line);
            line = parsed.brokenLine() + 1;
        }
    }

    private record LinesParsed(boolean whole, long brokenLine) {}

    private LinesParsed readLines(LineBlocks blocks, int from, long line) throws IOException {
        if (looksOtherwiseEncoded(blocks.bytes(), from, blocks.end())) {
            reject(line, "not JSON: it begins with bytes that are no text");
            return new LinesParsed(false, line);
        }
        long recordLine = line;
        boolean inRecord = false;
        try (JsonParser parser = FACTORY.createParser(blocks.bytes(), from, blocks.end() - from)) {
            while (parser.nextToken() != null) {
                recordLine = line + parser.currentTokenLocation().getLineNr() - 1;
                inRecord = true;
                readOne(parser, recordLine);
                inRecord = false;
            }
            return new LinesParsed(true, line);
        } catch (JsonProcessingException broken) {
            long at = inRecord ? recordLine : Math.max(recordLine, line + lineOf(broken) - 1);
            if (at != lastRejected) {
                reject(at, "not JSON: " + broken.getOriginalMessage());
            }
            return new LinesParsed(false, at);
        }
    }

    private void reject(long line, String why) {
        lastRejected = line;
        rejects.reject(line, why);
    }

    /** The parser would take such a beginning for UTF-16 or UTF-32 and misread all that follows. */
    public static boolean looksOtherwiseEncoded(byte[] bytes, int from, int to) {
        for (int at = from; at < to && at < from + 4; at++) {
            if (bytes[at] == 0 || bytes[at] == (byte) 0xFE || bytes[at] == (byte) 0xFF) {
                return true;
            }
        }
        return false;
    }

    private static long lineOf(JsonProcessingException broken) {
        return broken.getLocation() == null ? 1 : Math.max(1, broken.getLocation().getLineNr());
    }

    private void readOne(JsonParser parser, long line) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            reject(line, "expected a JSON object");
            return;
        }
        reader.read(parser, line);
    }

    private void readDocument(InputStream in) throws IOException {
        long line = 1;
        try (JsonParser parser = FACTORY.createParser(in)) {
            while (parser.nextToken() != null) {
                line = parser.currentTokenLocation().getLineNr();
                if (parser.currentToken() == JsonToken.START_ARRAY) {
                    line = readArray(parser);
                } else {
                    readObjectOrContainer(parser, line);
                }
            }
        } catch (JsonProcessingException broken) {
            rejects.reject(broken.getLocation() == null ? line : broken.getLocation().getLineNr(),
                    "the file is cut or broken here: " + broken.getOriginalMessage());
            throw new BrokenOffException("broken JSON near line " + line, broken);
        }
    }

    private long readArray(JsonParser parser) throws IOException {
        long line = 1;
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            line = parser.currentTokenLocation().getLineNr();
            readOne(parser, line);
        }
        return line;
    }

    /** Skips what stands behind the list; true where that names a next page. */
    private static boolean namesNext(JsonParser parser) throws IOException {
        boolean more = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean next = NEXT_PAGE.contains(parser.currentName());
            more |= parser.nextToken() == JsonToken.VALUE_STRING && next && !parser.getText().isBlank();
            parser.skipChildren();
        }
        return more;
    }

    /** {@code {"@odata.context": …, "value": […]}} holds records; any other object is one. */
    private void readObjectOrContainer(JsonParser parser, long line) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            readOne(parser, line);
            return;
        }
        JsonReplay replay = new JsonReplay(parser);
        boolean more = false;
        for (int field = 0; field < CONTAINER_LOOK && replay.copyName(); field++) {
            if (CONTAINERS.contains(parser.currentName()) && parser.nextToken() == JsonToken.START_ARRAY) {
                readArray(parser);
                reader.page(namesNext(parser) || more);
                return;
            }
            more |= NEXT_PAGE.contains(parser.currentName());
            replay.copyValue();
        }
        try (JsonParser whole = replay.rest()) {
            whole.nextToken();
            reader.read(whole, line);
        }
    }
}
