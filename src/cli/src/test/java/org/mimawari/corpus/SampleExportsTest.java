package org.mimawari.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples of other projects and vendors through the export connector: recognised, counted, nothing lost. */
@Tag("heavy")
class SampleExportsTest {

    @ParameterizedTest
    @ValueSource(strings = {"corpora/ndr-sisimai", "corpora/mime/mime4j", "corpora/mailserver-logs/crowdsec",
            "corpora/mailserver-logs/postfix-grok", "corpora/graph-docs", "corpora/otrf-goldensaml", "log-samples",
            "contracts/graph/doc-samples"})
    void countsOutWhatWentIn(String set) throws IOException {
        Path folder = ScannedFiles.shared(set);
        ScannedFiles scanned = ScannedFiles.of(folder);
        print(set, folder, scanned);
        scanned.addsUp();
        assertThat(scanned.unaccounted(folder)).isEmpty();
    }

    @Test
    void readsEveryFailureReportOfTheLabelledSet() throws IOException {
        Path folder = ScannedFiles.shared("corpora/ndr-sisimai");
        List<String[]> labels = Files.readAllLines(folder.resolve("labels.tsv")).stream().skip(1)
                .map(line -> line.split("\t", -1)).toList();
        long bounces = labels.stream().filter(label -> label[1].equals("bounce")).count();
        ScannedFiles scanned = ScannedFiles.of(folder);
        Map<String, Long> evidence = ScannedFiles.evidence(folder);
        Figures.print("failure reports", evidence + ", labelled as bounces: " + bounces);
        assertThat(scanned.count("accepted")).isGreaterThanOrEqualTo(labels.size());
        assertThat(evidence.get("non-delivery-report")).isGreaterThanOrEqualTo(bounces * 95 / 100);
        assertThat(scanned.indicators().keySet()).doesNotContain("bounce-unknown-original-ours");
    }

    @ParameterizedTest
    @CsvSource({"dovecot-logs.log,Dovecot log", "postfix-logs.log,Postfix log", "exim-logs.log,Exim log",
            "exim-syslog-logs.log,Exim log"})
    void readsSignInsFromServersLogs(String name, String system) throws IOException {
        Path file = ScannedFiles.shared("corpora/mailserver-logs/crowdsec/" + name);
        ScannedFiles scanned = ScannedFiles.of(file);
        scanned.addsUp();
        assertThat(ScannedFiles.evidence(file)).as(system).containsKey("sign-in");
        assertThat(scanned.count("rejected")).isZero();
    }

    /** One scan over everything at once, as of a folder nobody sorted. */
    @Test
    void scansAllSetsTogetherAndNamesEveryFile() throws IOException {
        Path folder = ScannedFiles.shared("corpora");
        Instant start = Instant.now();
        ScannedFiles scanned = ScannedFiles.of(folder);
        Duration took = Duration.between(start, Instant.now());
        print("corpora all together", folder, scanned);
        scanned.addsUp();
        assertThat(scanned.run().code()).isNotEqualTo(1);
        assertThat(scanned.unaccounted(folder)).isEmpty();
        Figures.print("time of all together", took.toMillis() + " ms");
        assertThat(took).isLessThan(Duration.ofSeconds(60));
    }

    private static void print(String set, Path folder, ScannedFiles scanned) throws IOException {
        StringBuilder text = new StringBuilder("\n" + set + "  " + scanned.report().get("evidence"));
        text.append("\n  evidence ").append(ScannedFiles.evidence(folder)).append("\n  findings ").append(scanned.indicators());
        Map<String, Integer> taken = new TreeMap<>();
        scanned.coverage().forEach(each -> taken.merge(each.path("takenFor").asText(), 1, Integer::sum));
        text.append("\n  taken for ").append(taken);
        Map<String, Integer> why = new TreeMap<>();
        scanned.rejections().forEach(each -> why.merge(each.get("why").asText(), 1, Integer::sum));
        text.append("\n  rejected ").append(why);
        Figures.print(set, text.toString().strip());
    }
}
