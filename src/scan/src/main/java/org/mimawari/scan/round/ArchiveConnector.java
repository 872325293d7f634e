package org.mimawari.scan.round;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mimawari.connector.Connector;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.scan.round.RoundCheckpoints.StateFailure;
import org.mimawari.store.EvidenceSegment;
import org.mimawari.store.state.EvidenceArchive;
import org.mimawari.store.state.KnownSource;
import org.mimawari.store.state.StateException;

/** Reads the evidence that rounds have remembered, as if it were a mail system. What two sources show is given once. */
final class ArchiveConnector implements Connector {

    private final EvidenceArchive archive;
    private final Instant oldest;
    private final Consumer<Evidence> watcher;

    /**
     * @param oldest what happened before this moment is left out
     * @param watcher is shown every piece that is given
     */
    ArchiveConnector(EvidenceArchive archive, Instant oldest, Consumer<Evidence> watcher) {
        this.archive = archive;
        this.oldest = oldest;
        this.watcher = watcher;
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public void collect(EvidenceSink sink) {
        try {
            for (KnownSource source : archive.sources()) {
                sink.enter(source.system());
                read(source, sink);
            }
        } catch (StateException e) {
            throw new StateFailure(e);
        }
    }

    private void read(KnownSource source, EvidenceSink sink) throws StateException {
        archive.read(source.connector(), source.name(), new EvidenceSegment.Reader() {

            private boolean isNew = true;

            @Override
            public void record(long fingerprint) {
                isNew = sink.admit(fingerprint);
            }

            @Override
            public void passage(Optional<MailboxAddress> mailbox, Instant time) {
                sink.passes(source.name(), mailbox, time);
            }

            @Override
            public void piece(Evidence evidence) {
                if (isNew && evidence.time().filter(oldest::isAfter).isEmpty()) {
                    watcher.accept(evidence);
                    sink.accept(evidence);
                }
            }
        });
        List<Coverage> rows = archive.coverage(source.connector(), source.name());
        rows.forEach(sink::cover);
        archive.rejections(source.connector(), source.name(), sink::reject);
    }
}
