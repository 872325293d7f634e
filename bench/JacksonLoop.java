import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The yardstick: walks all tokens of a file of JSON objects with one Jackson parser and makes a string of each record's
 * Id, CreationTime, Operation, UserId and ClientIP. Prints the records and the characters of those strings.
 */
public final class JacksonLoop {

    private JacksonLoop() {}

    public static void main(String[] arguments) throws IOException {
        long records = 0;
        long characters = 0;
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder().maxDocumentLength(-1).build()).build();
        try (InputStream in = new FileInputStream(arguments[0]); JsonParser parser = factory.createParser(in)) {
            while (parser.nextToken() != null) {
                records++;
                characters += record(parser);
            }
        }
        System.out.println(records + " records " + characters + " characters");
    }

    private static long record(JsonParser parser) throws IOException {
        long characters = 0;
        int depth = 1;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (depth == 1 && token == JsonToken.VALUE_STRING && isWanted(parser.currentName())) {
                characters += parser.getText().length();
            }
        }
        return characters;
    }

    private static boolean isWanted(String name) {
        return switch (name) {
            case "Id", "CreationTime", "Operation", "UserId", "ClientIP" -> true;
            default -> false;
        };
    }
}
