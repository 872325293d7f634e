package org.mimawari.connector.export.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.ForwardingSink;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.Evidence;

/** Passes everything on, and reports how many bytes of the sources lie behind it as their files change. */
final class ProgressSink extends ForwardingSink {

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
    protected EvidenceSink behind() {
        return sink;
    }

    @Override
    public void accept(Evidence evidence) {
        sink.accept(evidence);
        if (calls++ % EVERY == 0) {
            sink.progress(before.getOrDefault(evidence.ref().source(), 0L), all);
        }
    }

    private static long size(Source source) {
        try {
            return Files.size(source.path());
        } catch (IOException unknown) {
            return 0;
        }
    }
}
