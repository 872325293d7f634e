package org.mimawari.connector.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CappedImapStreamTest {

    private static byte[] read(String answer, long most) throws IOException {
        try (CappedImapStream in = new CappedImapStream(
                new ByteArrayInputStream(answer.getBytes(StandardCharsets.ISO_8859_1)), most)) {
            return in.readAllBytes();
        }
    }

    @Test
    void passesOrdinaryAnswersUnchanged() throws IOException {
        String answer = "* 1 FETCH (UID 7 BODY[HEADER] {12}\r\nSubject: {9}\r\n)\r\nm1 OK done\r\n";
        assertThat(read(answer, 1_000)).hasSize(answer.length());
    }

    @Test
    void refusesALiteralBeforeAnybodyAllocatesIt() {
        for (String size : new String[] {"1500000000", "2147483647", "4294967295", "-5", "x"}) {
            assertThatThrownBy(() -> read("* 1 FETCH (BODY[] {" + size + "}\r\nabc", 1_000)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void refusesALineWithoutEnd() {
        assertThatThrownBy(() -> read("x".repeat(CappedImapStream.LONGEST + 1), Long.MAX_VALUE))
                .isInstanceOf(IOException.class);
    }

    @Test
    void refusesMoreThanTheConnectionMayCarry() {
        assertThatThrownBy(() -> read("* OK [ALERT] x\r\n".repeat(100), 1_000)).isInstanceOf(IOException.class);
    }

    @Test
    void bracesWithinALineMeanNothing() throws IOException {
        assertThat(read("* LIST () \"/\" \"a{99999999999}b\"\r\n", 1_000)).isNotEmpty();
    }
}
