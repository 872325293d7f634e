package org.mimawari.connector.microsoft365.graph;

import java.io.IOException;
import com.fasterxml.jackson.core.JsonParser;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.live.Reason;
import org.mimawari.live.ServiceException;

/** Reads a single object of Graph. */
public final class Single {

    private Single() {}

    /** The object in an answer. */
    public static Tree of(byte[] body) throws ServiceException {
        try (JsonParser parser = Page.JSON.createParser(body)) {
            parser.nextToken();
            Tree tree = Page.tree(parser);
            if (!tree.isObject()) {
                throw new ServiceException(Reason.BAD_DATA, "the answer is no object");
            }
            return tree;
        } catch (IOException e) {
            throw new ServiceException(Reason.BAD_DATA, "the answer is no whole JSON");
        }
    }
}
