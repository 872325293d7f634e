package org.mimawari.connector.export.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.story.SharedFolder;

/** Reads a public collection of odd messages, and a large folder, and prints what came of them. */
@Tag("heavy")
class MailCorpusTest {

    private static final Duration LONGEST = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    @Test
    void losesNoneOfThePublicCollection() throws IOException {
        Optional<Path> corpus = SharedFolder.find("corpora/mime/mime4j");
        Assumptions.assumeTrue(corpus.isPresent(), SharedFolder.MISSING);
        List<Path> files;
        try (Stream<Path> all = Files.list(corpus.get())) {
            files = all.filter(path -> path.toString().endsWith(".msg")).sorted().toList();
        }
        RecordingSink total = new RecordingSink();
        for (Path file : files) {
            long start = System.nanoTime();
            Source source = new Source(file, file.getFileName().toString(), Optional.empty(), List.of());
            new MessageFormat(MailFiles.SETTINGS).read(List.of(source), total);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(source.name()).isLessThan(LONGEST);
        }
        total.rejected().forEach(System.out::println);
        System.out.printf("%d in = %d admitted + %d duplicate + %d rejected%n", files.size(), total.admitted(),
                total.duplicates(), total.rejected().size());
        assertThat(total.admitted() + total.duplicates() + total.rejected().size()).isEqualTo(files.size());
    }

    @Test
    void streamsAHundredThousandMessages() throws IOException {
        Path file = folder.resolve("Sent");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 100_000; i++) {
                out.write(("From info@shop.example Fri Nov 20 11:20:00 2026\n" + MailFiles.mail("info@shop.example",
                        "a" + i + "@far.example", "offer " + i) + "body ".repeat(400) + "\n\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        long start = System.nanoTime();
        RecordingSink sink = MailFiles.mbox(new Source(file, "Sent", Optional.empty(), List.of()));
        System.out.printf("100,000 messages, %d MB, %d ms%n", Files.size(file) >> 20, (System.nanoTime() - start) / 1_000_000);
        assertThat(sink.evidence(SentMessage.class)).hasSize(100_000);
    }
}
