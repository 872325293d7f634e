package org.mimawari.connector.imap.managesieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerbTest {

    private static final List<String> CHANGING = List.of("PUTSCRIPT", "SETACTIVE", "DELETESCRIPT", "RENAMESCRIPT",
            "CHECKSCRIPT", "HAVESPACE", "UNAUTHENTICATE");

    @Test
    void noCommandThatChangesAnythingExists() {
        assertThat(Verb.values()).extracting(Verb::name)
                .containsExactlyInAnyOrder("STARTTLS", "AUTHENTICATE", "LISTSCRIPTS", "GETSCRIPT", "LOGOUT");
    }

    @Test
    void noSuchWordStandsInTheCode() throws IOException {
        Path code = Path.of("src/main/java/org/mimawari/connector/imap");
        try (Stream<Path> files = Files.walk(code)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContain(CHANGING);
            }
        }
    }
}
