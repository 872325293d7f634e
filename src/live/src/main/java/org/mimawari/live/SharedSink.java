package org.mimawari.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.mimawari.connector.Cost;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.ForwardingSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;

/**
 * Lets several readers hand over evidence to a sink that knows one thread only, record by record: what follows from a
 * record is handed over together with it, {@linkplain #inTurn in one turn}.
 */
public final class SharedSink extends ForwardingSink {

    private final EvidenceSink sink;

    public SharedSink(EvidenceSink sink) {
        this.sink = sink;
    }

    /** Does something while nobody else hands over anything. */
    public synchronized void inTurn(Runnable work) {
        work.run();
    }

    /** Asks something while nobody else hands over anything. */
    public synchronized <T> T ask(Supplier<T> question) {
        return question.get();
    }

    @Override
    protected EvidenceSink behind() {
        return sink;
    }

    @Override
    public synchronized boolean admit(long fingerprint) {
        return sink.admit(fingerprint);
    }

    @Override
    public synchronized void accept(Evidence evidence) {
        sink.accept(evidence);
    }

    @Override
    public synchronized void reject(EvidenceRef where, String why) {
        sink.reject(where, why);
    }

    @Override
    public synchronized void cover(Coverage coverage) {
        sink.cover(coverage);
    }

    @Override
    public synchronized void enter(String system) {
        sink.enter(system);
    }

    @Override
    public synchronized void begin(String source) {
        sink.begin(source);
    }

    @Override
    public synchronized void passes(String from, Optional<MailboxAddress> mailbox, Instant time) {
        sink.passes(from, mailbox, time);
    }

    @Override
    public synchronized void progress(long done, long all) {
        sink.progress(done, all);
    }

    @Override
    public synchronized void looked(long done, long all) {
        sink.looked(done, all);
    }

    @Override
    public synchronized void waits(String service, Duration time) {
        sink.waits(service, time);
    }

    @Override
    public synchronized void cost(Cost cost) {
        sink.cost(cost);
    }
}
