package org.mimawari.connector.export.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

    private static final int MOST_ROWS = 50_000;

    private final String source;
    private final OwnDomains own;
    private final EvidenceSink sink;
    private final Map<String, List<Row>> messages = new LinkedHashMap<>();
    private int rows;

    private record Row(TraceRow fields, EvidenceRef ref) {}

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
        messages.computeIfAbsent(row.message(), any -> new ArrayList<>(1)).add(new Row(row, ref));
        if (++rows >= MOST_ROWS) {
            close();
        }
    }

    /** Hands over the messages whose rows have all been taken; each one follows its rows. */
    public void close() {
        messages.values().forEach(this::deliver);
        messages.clear();
        rows = 0;
    }

    private void deliver(List<Row> message) {
        Optional<TracedMessage> traced = Optional.empty();
        for (Row row : message) {
            TraceRow fields = row.fields();
            boolean ours = fields.sender().filter(own::contains).isPresent() && fields.fate() != TraceRow.Fate.NONE;
            if (sink.admit(fields.fingerprint()) && ours) {
                TracedMessage begun = traced.orElseGet(() -> new TracedMessage(fields.sender().orElseThrow(), row.ref()));
                begun.add(fields);
                traced = Optional.of(begun);
            }
        }
        traced.flatMap(whole -> whole.sent(own)).ifPresent(sink::accept);
    }
}
