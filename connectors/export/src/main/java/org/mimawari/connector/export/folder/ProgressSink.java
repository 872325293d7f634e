package org.mimawari.connector.export.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;

/** Passes everything on, and reports how many bytes of the sources lie behind it as their files change. */
final class ProgressSink implements EvidenceSink {

    private static final int EVERY = 4_096;

    private final EvidenceSink sink;
    private final Map<String, Long> before = new HashMap<>();
    private final long all;
    private int calls;

    ProgressSink(EvidenceSink sink, List<Source> sources) {
        this.sink = sink;
        long sum = 0;
        for (Source source : sources) {
            before.put(source.name(), sum);
            sum += size(source);
        }
        all = sum;
    }

    @Override
    public boolean admit(long fingerprint) {
        return sink.admit(fingerprint);
    }

    @Override
    public void accept(Evidence evidence) {
        sink.accept(evidence);
        if (calls++ % EVERY == 0) {
            sink.progress(before.getOrDefault(evidence.ref().source(), 0L), all);
        }
    }

    @Override
    public void reject(EvidenceRef where, String why) {
        sink.reject(where, why);
    }

    @Override
    public void enter(String system) {
        sink.enter(system);
    }

    @Override
    public void cover(Coverage coverage) {
        sink.cover(coverage);
    }

    @Override
    public void begin(String source) {
        sink.begin(source);
    }

    @Override
    public void passes(String from, Optional<MailboxAddress> mailbox, Instant time) {
        sink.passes(from, mailbox, time);
    }

    private static long size(Source source) {
        try {
            return Files.size(source.path());
        } catch (IOException unknown) {
            return 0;
        }
    }
}
