package org.mimawari.connector.google.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.connector.export.tree.TreeBuilder;

/** Reads Google's JSON, whatever an attacker wrote into it. */
public final class Json {

    static final JsonFactory FACTORY = JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(200).maxStringLength(16 << 20).maxDocumentLength(-1).build()).build();

    private Json() {}

    /** The object in an answer; nothing where it holds none. */
    public static Tree object(byte[] body) {
        try (JsonParser parser = FACTORY.createParser(body)) {
            boolean object = parser.nextToken() != null && parser.currentToken().isStructStart();
            return object ? new TreeBuilder().read(parser).orElse(Tree.NONE) : Tree.NONE;
        } catch (IOException noJson) {
            return Tree.NONE;
        }
    }

    /** Takes one value; the parser stands on its beginning and must be left at its end. */
    @FunctionalInterface
    public interface Taker {
        void take(JsonParser parser) throws IOException;
    }

    /** Hands over a value; false where it breaks off. */
    public static boolean hand(byte[] value, Taker taker) {
        try (JsonParser parser = FACTORY.createParser(value)) {
            if (parser.nextToken() == null) {
                return false;
            }
            taker.take(parser);
            return true;
        } catch (IOException noJson) {
            return false;
        }
    }
}
