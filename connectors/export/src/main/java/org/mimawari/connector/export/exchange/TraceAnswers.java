package org.mimawari.connector.export.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.OwnDomains;

/**
 * Translates the rows of Graph's message trace: all rows of a message within one time window together are one sent
 * message. Mail of senders that are not own came in and is only counted as read.
 */
public final class TraceAnswers {

    private static final int MOST_OPEN = 200_000;

    private final String source;
    private final OwnDomains own;
    private final EvidenceSink sink;
    private final Map<String, TracedMessage> messages = new LinkedHashMap<>();

    public TraceAnswers(String source, OwnDomains own, EvidenceSink sink) {
        this.source = source;
        this.own = own;
        this.sink = sink;
    }

    /** Takes one row; its evidence follows when the window {@linkplain #close is closed}. */
    public void take(Tree fields, long number) {
        TraceRow row = TraceRow.of(fields);
        Optional<String> id = fields.find("id").or(row::messageId);
        EvidenceRef ref = new EvidenceRef(source, id.map(known -> "record:" + known).orElse("line:" + number),
                row.messageId());
        if (row.time().isEmpty() || row.sender().isEmpty() && row.recipients().isEmpty()) {
            sink.reject(ref, row.time().isEmpty() ? "the row has no readable time"
                    : "the row names neither sender nor recipient");
            return;
        }
        boolean ours = row.sender().filter(own::contains).isPresent() && row.fate() != TraceRow.Fate.NONE;
        if (sink.admit(row.fingerprint()) && ours) {
            messages.computeIfAbsent(row.message(), any -> new TracedMessage(row.sender().orElseThrow(), ref)).add(row);
        }
        if (messages.size() >= MOST_OPEN) {
            close();
        }
    }

    /** Hands over the messages whose rows have all been taken. */
    public void close() {
        messages.values().forEach(message -> message.sent(own).ifPresent(sink::accept));
        messages.clear();
    }
}
