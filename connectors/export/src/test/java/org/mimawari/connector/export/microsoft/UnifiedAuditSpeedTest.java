package org.mimawari.connector.export.microsoft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.OwnDomains;

/**
 * Compares reading with a plain Jackson loop over the same file, in CPU seconds. Run with
 * {@code -DexcludedGroups=none -Dtest=UnifiedAuditSpeedTest -Dmimawari.audit.bench=FILE}.
 */
@Tag("heavy")
class UnifiedAuditSpeedTest {

    private static final System.Logger LOG = System.getLogger("speed");
    private static final int ROUNDS = 6;

    /** Both figures of one file, for a run outside the build with other flags of the virtual machine. */
    public static void main(String[] args) throws IOException {
        LOG.log(System.Logger.Level.INFO, compare(Path.of(args[0])).toString());
    }

    @Test
    void costsAboutAsMuchAsAPlainJacksonLoop() throws IOException {
        Optional<Path> file = Optional.ofNullable(System.getProperty("mimawari.audit.bench")).map(Path::of);
        Assumptions.assumeTrue(file.filter(Files::exists).isPresent(), "no file to measure with was named");

        Figures figures = compare(file.get());

        LOG.log(System.Logger.Level.INFO, figures.toString());
        // The build switches the optimising compiler off, which costs us more than it costs the plain loop.
        assertThat(figures.ours()).isLessThan(figures.plain() * 3);
    }

    /** CPU seconds for a gigabyte, the best of some rounds. */
    private record Figures(double plain, double ours, long records, long evidence) {

        @Override
        public String toString() {
            return "CPU s/GB: plain Jackson %.2f, audit reader %.2f, ratio %.2f; %d records, %d pieces of evidence"
                    .formatted(plain, ours, ours / plain, records, evidence);
        }
    }

    private static Figures compare(Path file) throws IOException {
        double plain = Double.MAX_VALUE;
        double ours = Double.MAX_VALUE;
        long records = 0;
        Counter counter = new Counter();
        for (int round = 0; round < ROUNDS; round++) {
            double begun = cpuSeconds();
            records = plainJackson(file);
            double between = cpuSeconds();
            counter = ours(file);
            plain = Math.min(plain, between - begun);
            ours = Math.min(ours, cpuSeconds() - between);
        }
        assertThat(counter.admitted + counter.rejected).isEqualTo(records);
        double gigabytes = Files.size(file) / 1e9;
        return new Figures(plain / gigabytes, ours / gigabytes, records, counter.evidence);
    }

    private static double cpuSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private static Counter ours(Path file) {
        ExportSettings settings = new ExportSettings(List.of(), Optional.empty(), Optional.empty(), ZoneOffset.UTC,
                OwnDomains.of("contoso.example"));
        Counter counter = new Counter();
        new UnifiedAuditReader(settings).read(List.of(new Source(file, "ual", Optional.empty(), List.of())), counter);
        return counter;
    }

    private static long plainJackson(Path file) throws IOException {
        long records = 0;
        int characters = 0;
        JsonFactory factory = new JsonFactory();
        byte[] block = new byte[256 * 1024];
        int filled = 0;
        try (InputStream in = Files.newInputStream(file)) {
            int count = in.read(block, 0, block.length);
            while (count > 0) {
                filled += count;
                int end = filled;
                while (end > 0 && block[end - 1] != '\n') {
                    end--;
                }
                try (JsonParser parser = factory.createParser(block, 0, end)) {
                    int depth = 0;
                    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                        records += token == JsonToken.END_OBJECT && depth == 0 ? 1 : 0;
                        if (token == JsonToken.FIELD_NAME && depth == 1 && wanted(parser.currentName())) {
                            parser.nextToken();
                            characters += parser.getText().length();
                        }
                    }
                }
                System.arraycopy(block, end, block, 0, filled - end);
                filled -= end;
                count = in.read(block, filled, block.length - filled);
            }
        }
        assertThat(characters).isNotZero();
        return records;
    }

    private static boolean wanted(String name) {
        return switch (name) {
            case "Id", "CreationTime", "Operation", "UserId", "ClientIP" -> true;
            default -> false;
        };
    }

    /** Counts and keeps nothing. */
    private static final class Counter implements EvidenceSink {

        private long admitted;
        private long rejected;
        private long evidence;

        @Override
        public boolean admit(long fingerprint) {
            admitted++;
            return true;
        }

        @Override
        public void accept(Evidence piece) {
            evidence += piece.time().isPresent() ? 1 : 0;
        }

        @Override
        public void reject(EvidenceRef where, String why) {
            rejected++;
        }

        @Override
        public void cover(Coverage piece) {
            evidence += piece.count();
        }
    }
}
