package org.mimawari.connector.export.microsoft;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.OwnDomains;

/** Translates records of the unified audit log as a query of Microsoft Graph returns them. */
public final class AuditAnswers {

    private static final String FORMAT = "Microsoft 365 unified audit log";

    private final String source;
    private final EvidenceSink sink;
    private final UnifiedAuditRecords records;

    public AuditAnswers(String source, OwnDomains own, EvidenceSink sink) {
        this.source = source;
        this.sink = sink;
        this.records = new UnifiedAuditRecords(new AuditOperations(), new AuditScene(source, sink, own));
    }

    /**
     * Takes the record whose object the parser stands on and leaves it at that object's end.
     *
     * @param number counts the records of this source, to name one that has no id
     */
    public void take(JsonParser parser, long number) throws IOException {
        records.read(parser, number);
    }

    /** Says what the log shows; {@code broken} tells why it was not read to its end. */
    public void cover(Optional<String> broken) {
        records.coverage().report(new Source(Path.of(""), source, Optional.empty(), List.of()), FORMAT, broken,
                Optional.empty(), sink);
    }
}
