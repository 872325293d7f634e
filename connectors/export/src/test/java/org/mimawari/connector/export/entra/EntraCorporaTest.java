package org.mimawari.connector.export.entra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.story.SharedFolder;

@Tag("heavy")
class EntraCorporaTest {

    @TempDir
    Path folder;

    private final StringBuilder table = new StringBuilder();

    @Test
    void countsAsManyAuditRecordsOutAsIn() throws IOException {
        Path file = shared("corpora/otrf-goldensaml/AADAuditEvents.json");

        RecordingSink read = read(source(file));

        show();
        assertThat(read.admitted() + read.duplicates()).isEqualTo((int) Files.lines(file).count());
        assertThat(read.evidence(SettingChange.class)).extracting(SettingChange::topic)
                .contains(SettingTopic.APP_CREDENTIAL_ADDED);
        assertThat(read.evidence(ConnectedApp.class)).singleElement().satisfies(app -> {
            assertThat(app.scopes()).containsExactly("User.Read", "Mail.ReadWrite");
            assertThat(app.tenantWide()).isTrue();
        });
    }

    @Test
    void readsEveryAzureRecordOfTheRuleTests() throws IOException {
        Path file = shared("corpora/panther/tests.jsonl");
        ObjectMapper mapper = new ObjectMapper();
        ExportFiles files = new ExportFiles(folder);
        int read = 0;
        for (String line : Files.readAllLines(file)) {
            JsonNode test = mapper.readTree(line);
            String type = test.path("logtype").asText();
            if (type.startsWith("Azure.Audit") || type.startsWith("MicrosoftGraph")) {
                Source source = files.file("test" + read++ + ".json", test.path("event").toString());
                RecordingSink sink = read(source, test.path("id").asText());
                assertThat(sink.admitted()).as(test.path("id").asText()).isEqualTo(1);
                assertThat(sink.rejected()).isEmpty();
            }
        }
        show();
        assertThat(read).isEqualTo(41);
    }

    @Test
    void rejectsByNameWhatIsBrokenInTheOriginal() throws IOException {
        Path docs = shared("corpora/graph-docs");
        try (Stream<Path> files = Files.list(docs)) {
            List<Path> broken = files.filter(file -> file.toString().endsWith(".invalid.json")).sorted().toList();
            for (Path file : broken) {
                RecordingSink read = read(source(file));
                assertThat(read.rejected()).as(file.toString()).isNotEmpty()
                        .allSatisfy(why -> assertThat(why).contains(file.getFileName().toString()));
                assertThat(read.coverage()).allSatisfy(piece -> assertThat(piece.reason()).isPresent());
            }
            assertThat(broken).hasSize(3);
        }
        show();
    }

    @Test
    void readsTheDocumentedAnswers() throws IOException {
        Path samples = shared("contracts/graph/doc-samples");
        List<String> known = List.of("signin-list", "directoryaudit", "riskdetection", "riskyuser", "alert-list");
        try (Stream<Path> files = Files.list(samples)) {
            for (Path file : files.sorted().toList()) {
                boolean ours = known.stream().anyMatch(file.getFileName().toString()::contains);
                boolean recognised = ExportFiles.recognises(new EntraLogReader(), source(file)) >= 50;
                assertThat(recognised).as(file.getFileName().toString()).isEqualTo(ours);
                if (ours) {
                    assertThat(read(source(file)).rejected()).isEmpty();
                }
            }
        }
        show();
    }

    private RecordingSink read(Source source) {
        return read(source, source.name());
    }

    private RecordingSink read(Source source, String title) {
        int sure = ExportFiles.recognises(new EntraLogReader(), source);
        assertThat(sure).as(title).isGreaterThanOrEqualTo(50);
        RecordingSink sink = ExportFiles.read(new EntraLogReader(), source);
        table.append(String.format("%-78.78s in %2d dup %d bad %d  %s%n", title, sink.admitted(), sink.duplicates(),
                sink.rejected().size(), sink.evidence().stream().map(EntraCorporaTest::word).toList()));
        return sink;
    }

    private static String word(Evidence evidence) {
        if (evidence instanceof SignIn signIn) {
            return signIn.outcome() + " " + signIn.failure().map(Enum::name).orElse("") + signIn.traits()
                    + signIn.place().country().orElse("");
        }
        if (evidence instanceof SettingChange change) {
            return change.topic() + " of " + change.mailbox().map(Object::toString).orElse("tenant") + " by "
                    + change.actor().user().orElse("?");
        }
        return evidence.kind().word() + (evidence instanceof ConnectedApp app ? app.scopes() : "");
    }

    private void show() {
        System.getLogger(EntraCorporaTest.class.getName()).log(System.Logger.Level.INFO, "\n" + table);
    }

    private static Source source(Path file) {
        return new Source(file, file.getFileName().toString(), Optional.empty(), List.of());
    }

    private static Path shared(String name) {
        Optional<Path> found = SharedFolder.find(name);
        Assumptions.assumeTrue(found.isPresent(), SharedFolder.MISSING);
        return found.get();
    }
}
