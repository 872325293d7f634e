package org.mimawari.connector.microsoft365.graph;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.mimawari.connector.export.tree.Tree;

/** Reads a single object of Graph. */
public final class Single {

    private Single() {}

    /** The object in an answer. */
    public static Tree of(byte[] body) throws GraphException {
        try (JsonParser parser = Page.JSON.createParser(body)) {
            parser.nextToken();
            Tree tree = Page.tree(parser);
            if (!tree.isObject()) {
                throw new GraphException(Reason.BAD_DATA, "the answer is no object");
            }
            return tree;
        } catch (IOException e) {
            throw new GraphException(Reason.BAD_DATA, "the answer is no whole JSON");
        }
    }
}
