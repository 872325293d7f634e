package org.mimawari.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mimawari.indicator.Reason;
import org.mimawari.scan.ScanResult;

class JsonReportTest {

    private static Schema schema;

    @BeforeAll
    static void packagedSchema() throws IOException {
        try (InputStream in = JsonReport.class.getResourceAsStream("report.schema.json")) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
        }
    }

    static Stream<ResultStory> stories() {
        return Stream.of(Stories.relay(), Stories.blind(), Stories.calm(), Stories.organisation(), ResultStory.scan(),
                HostileStory.result());
    }

    @ParameterizedTest
    @MethodSource("stories")
    void agreesWithItsSchema(ResultStory story) {
        assertThat(schema.validate(json(story.result(), Stories.ENGLISH), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(json(story.result(), Stories.JAPANESE), InputFormat.JSON)).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNoReport() {
        assertThat(schema.validate("{\"schemaVersion\": 2}", InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void isTheSameBytesButForTheRun() {
        String first = json(Stories.relay().result(), Stories.ENGLISH);
        String later = json(Stories.relay().startedAt("2024-06-01T00:00:00Z").result(), Stories.ENGLISH);
        assertThat(later).isNotEqualTo(first);
        assertThat(withoutRun(later)).isEqualTo(withoutRun(first));
    }

    @Test
    void idsDoNotDependOnTheLanguage() {
        Pattern id = Pattern.compile("\"[FI]-[0-9a-f]+\"");
        String english = json(Stories.relay().result(), Stories.ENGLISH);
        String japanese = json(Stories.relay().result(), Stories.JAPANESE);
        assertThat(japanese).contains("国外からのパスワード認証");
        assertThat(id.matcher(japanese).results().map(m -> m.group()).toList())
                .isEqualTo(id.matcher(english).results().map(m -> m.group()).toList()).isNotEmpty();
    }

    @Test
    void explainsTheScore() {
        String json = json(Stories.relay().result(), Stories.ENGLISH);
        assertThat(json).contains("\"breakdown\"", "\"confidence\" : 0.8", "\"name\" : \"unknown-source\"",
                "\"value\" : 0.9", "\"fall\"", "\"hypothesis\" : \"leaked-password\"", "\"step\" : \"reset-password\"");
    }

    @Test
    void writesFactsByTheirKind() {
        FindingStory story = Stories.burst().because(Reason.number("n", 3).andShare("s", 0.5)
                .andSpan("d", java.time.Duration.ofMinutes(20))
                .andTime("t", java.time.Instant.parse("2024-05-01T00:00:00Z")));
        assertThat(json(ResultStory.scan().finds(story).result(), Stories.ENGLISH))
                .contains("\"n\" : 3", "\"s\" : 0.5", "\"d\" : \"PT20M\"", "\"t\" : \"2024-05-01T00:00:00Z\"");
    }

    private static String json(ScanResult result, ReportOptions options) {
        return Stories.written(out -> new JsonReport(options).write(result, out));
    }

    private static String withoutRun(String json) {
        return json.replaceFirst("(?s)\"run\" : \\{.*?}", "");
    }
}
