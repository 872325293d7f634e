package org.mimawari.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mimawari.indicator.Level;
import org.mimawari.scan.ScanResult;

/** Writes every format of every story to {@code target/samples}, for people to look at. */
@Tag("heavy")
class SamplesTest {

    private static final Path FOLDER = Path.of("target/samples");

    @Test
    void everyStoryCanBeWrittenInEveryFormatAndLanguage() throws IOException {
        Map<String, ResultStory> stories = Map.of("relay", Stories.relay(), "blind", Stories.blind(),
                "calm", Stories.calm(), "organisation", Stories.organisation(), "empty", ResultStory.scan());
        Files.createDirectories(FOLDER);
        for (Map.Entry<String, ResultStory> story : stories.entrySet()) {
            write(story.getKey() + ".en", story.getValue().result(), Stories.ENGLISH);
            write(story.getKey() + ".ja", story.getValue().result(), Stories.JAPANESE);
        }
        assertThat(FOLDER).isDirectoryContaining("glob:**relay.ja.html");
    }

    private static void write(String name, ScanResult result, ReportOptions options) throws IOException {
        write(name + ".json", out -> new JsonReport(options).write(result, out));
        write(name + ".csv", out -> new TimelineCsv(options).write(result, out));
        write(name + ".html", out -> new HtmlReport(options).write(result, out));
        write(name + ".txt", out -> new TerminalReport(options, TerminalStyle.PLAIN).write(result, out));
        write(name + ".ansi", out -> new TerminalReport(options, new TerminalStyle(100, true, 200, Level.LOW)).write(result, out));
    }

    private static void write(String name, Stories.Writing writing) throws IOException {
        try (OutputStream out = Files.newOutputStream(FOLDER.resolve(name))) {
            writing.to(out);
        }
    }
}
