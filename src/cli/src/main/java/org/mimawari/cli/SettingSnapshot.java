package org.mimawari.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.mimawari.connector.Checkpoints;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.ForwardingSink;
import org.mimawari.connector.RawRecords;
import org.mimawari.connector.Sight;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.store.EvidenceJson;

/** Keeps the settings that a scan reads, so that a bundle can hold how they stood; the first {@value #MOST} of them. */
final class SettingSnapshot {

    private static final int MOST = 100_000;
    private static final Set<EvidenceKind> KINDS = EnumSet.of(EvidenceKind.MAILBOX_RULE, EvidenceKind.FORWARDING_SETTING,
            EvidenceKind.MAIL_FLOW_RULE, EvidenceKind.DELEGATION, EvidenceKind.CONNECTED_APP,
            EvidenceKind.SEND_AS_ADDRESS, EvidenceKind.AUTO_REPLY);
    private static final Comparator<Evidence> IN_ORDER = Comparator.comparing(Evidence::kind)
            .thenComparing(piece -> piece.mailbox().map(MailboxAddress::text).orElse(""))
            .thenComparing(Evidence::ref);

    private final List<Evidence> settings = new ArrayList<>();
    private long notKept;

    /** The same connector, but what it shows of settings is kept. */
    Connector around(Connector connector) {
        return new Watched(connector);
    }

    /** One line for each setting, as {@code mimawari evidence} prints it. */
    void write(OutputStream out) throws IOException {
        try (EvidenceJson json = new EvidenceJson(out)) {
            settings.stream().sorted(IN_ORDER).forEach(json::write);
            json.flush();
        }
    }

    /** How many settings were too many to keep. */
    long notKept() {
        return notKept;
    }

    private void see(Evidence evidence) {
        if (KINDS.contains(evidence.kind())) {
            if (settings.size() < MOST) {
                settings.add(evidence);
            } else {
                notKept++;
            }
        }
    }

    /** A connector whose evidence is seen on its way. */
    private final class Watched implements Connector {

        private final Connector connector;

        Watched(Connector connector) {
            this.connector = connector;
        }

        @Override
        public String name() {
            return connector.name();
        }

        @Override
        public void collect(EvidenceSink sink) throws ConnectorException {
            connector.collect(new Watching(sink));
        }

        @Override
        public void collect(EvidenceSink sink, Checkpoints checkpoints) throws ConnectorException {
            connector.collect(new Watching(sink), checkpoints);
        }

        @Override
        public void reread(Set<EvidenceRef> wanted, RawRecords taker) throws ConnectorException {
            connector.reread(wanted, taker);
        }

        @Override
        public List<Sight> look() throws ConnectorException {
            return connector.look();
        }

        @Override
        public void settled() throws ConnectorException {
            connector.settled();
        }

        @Override
        public void close() {
            connector.close();
        }
    }

    /** Passes everything on. */
    private final class Watching extends ForwardingSink {

        private final EvidenceSink sink;

        Watching(EvidenceSink sink) {
            this.sink = sink;
        }

        @Override
        protected EvidenceSink behind() {
            return sink;
        }

        @Override
        public void accept(Evidence evidence) {
            see(evidence);
            sink.accept(evidence);
        }
    }
}
