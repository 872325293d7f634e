package org.mimawari.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailSearch;
import org.mimawari.evidence.Origin;

class EvidenceJsonTest {

    private static String written(List<Evidence> evidence) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (EvidenceJson json = new EvidenceJson(out)) {
            evidence.forEach(json::write);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void writesOneObjectALineForEveryKind() throws IOException {
        List<String> lines = written(EveryKind.all()).lines().toList();
        assertThat(lines).hasSize(EveryKind.all().size());
        for (String line : lines) {
            try (JsonParser parser = new JsonFactory().createParser(line)) {
                while (parser.nextToken() != null) {
                    parser.currentToken();
                }
            }
            assertThat(line).startsWith("{\"kind\":\"").contains("\"mailbox\":\"info@shop.example\"")
                    .contains("\"source\":{\"file\":\"日本/log.csv\",\"locator\":\"line:12\"");
        }
    }

    @Test
    void aSignInReadsAsTheDocumentationSays() throws IOException {
        assertThat(written(EveryKind.all().subList(0, 1))).contains("\"kind\":\"sign-in\"",
                "\"outcome\":\"failure\"", "\"failure\":\"mfa\"", "\"ip\":\"192.0.2.7\"", "\"protocol\":\"imap\"");
    }

    @Test
    void whereSomebodySignsInIsGivenInNumbers() throws IOException {
        assertThat(written(EveryKind.all()).lines().filter(line -> line.contains("\"place\":{")).findFirst().orElseThrow())
                .containsPattern("\"network\":[0-9]+,\"latitude\":-?[0-9.]+,\"longitude\":-?[0-9.]+}");
    }

    @Test
    void theTextOfABodyIsNeverWritten() throws IOException {
        assertThat(written(EveryKind.all())).doesNotContain("secret text");
    }

    @Test
    void hostileCharactersAreEscaped() throws IOException {
        Origin origin = new Origin(Optional.empty(), Optional.empty(), EvidenceRef.line("f", 1));
        String line = written(List.of(new MailSearch(origin, "\u001B[31m\u202Eevil\u0000\uD800", Actor.UNKNOWN)));
        assertThat(line).contains("\"mailbox\":null", "\"time\":null", "\\u001B[31m\\u202Eevil\\u0000")
                .doesNotContain("\u001B", "\u202E");
    }
}
