package org.mimawari.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mimawari.connector.Connector;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.Fingerprint;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxEvidence;

/** Delivers evidence that a test wrote down. */
final class ScriptedConnector implements Connector {

    private final List<Evidence> evidence = new ArrayList<>();
    private final List<Coverage> coverage = new ArrayList<>();
    private int broken;

    ScriptedConnector shows(MailboxEvidence mailbox) {
        evidence.addAll(mailbox.all());
        return this;
    }

    ScriptedConnector covers(EvidenceKind... kinds) {
        for (EvidenceKind kind : kinds) {
            covers(new Coverage("file", "test", kind, Optional.empty(), Coverage.State.COLLECTED, Optional.empty(),
                    Optional.empty(), Optional.empty(), 0));
        }
        return this;
    }

    ScriptedConnector covers(Coverage piece) {
        coverage.add(piece);
        return this;
    }

    ScriptedConnector rejects(int records) {
        broken = records;
        return this;
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public void collect(EvidenceSink sink) {
        for (Evidence piece : evidence) {
            if (sink.admit(Fingerprint.of(piece.toString()))) {
                sink.accept(piece);
            }
        }
        for (int i = 0; i < broken; i++) {
            sink.reject(EvidenceRef.line("file", i), "broken");
        }
        coverage.forEach(sink::cover);
    }
}
