package org.mimawari.connector.export.exchange;

import java.util.function.Predicate;
import org.mimawari.connector.export.FormatReader;
import org.mimawari.connector.export.tree.Tree;

/** Whose traces of messages they are, which have rows of one message and one recipient in common. */
enum TraceMake {

    EXCHANGE("Exchange message trace", FormatReader.MICROSOFT_365, TraceRow::recognises),
    GMAIL("Gmail email log search", FormatReader.GOOGLE_WORKSPACE, TraceMake::isSearch);

    private final String title;
    private final String system;
    private final Predicate<Tree> columns;

    TraceMake(String title, String system, Predicate<Tree> columns) {
        this.title = title;
        this.system = system;
        this.columns = columns;
    }

    String title() {
        return title;
    }

    String system() {
        return system;
    }

    /** True where these are the columns of such a trace. */
    boolean recognises(Tree fields) {
        return columns.test(fields);
    }

    private static boolean isSearch(Tree fields) {
        return fields.hasAll("Message ID", "Sender", "Event status") && fields.hasAny("Recipient address", "Recipient");
    }
}
