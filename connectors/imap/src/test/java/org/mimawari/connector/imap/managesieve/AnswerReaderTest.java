package org.mimawari.connector.imap.managesieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {

    private static List<Item> line(String text) throws IOException {
        return reader(text, 4L << 20).line();
    }

    private static AnswerReader reader(String text, long most) {
        return new AnswerReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), most);
    }

    @Test
    void readsWordsStringsLiteralsAndCodes() throws IOException {
        assertThat(line("OK (WARNINGS \"a)b\") \"do\\\"ne\" {3+}\r\na\r\n x\r\n")).containsExactly(
                new Item(Item.Kind.WORD, "OK"), new Item(Item.Kind.CODE, "WARNINGS \"a)b\""),
                new Item(Item.Kind.TEXT, "do\"ne"), new Item(Item.Kind.TEXT, "a\r\n"), new Item(Item.Kind.WORD, "x"));
    }

    @Test
    void passesOverEmptyLines() throws IOException {
        assertThat(line("\r\n\r\nOK\r\n")).containsExactly(new Item(Item.Kind.WORD, "OK"));
    }

    @Test
    void keepsOctetsAndShowsUtf8() throws IOException {
        assertThat(line("\"請求\"\r\n").get(0).text()).isEqualTo("請求");
        assertThat(Wire.string(line("\"請求\"\r\n").get(0).octets()).getBytes(StandardCharsets.ISO_8859_1))
                .isEqualTo("\"請求\"".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesSizesNobodyShouldBelieve() {
        for (String size : new String[] {"1048577", "2147483647", "4294967295", "99999999999999", "-5", "x", ""}) {
            assertThatThrownBy(() -> line("{" + size + "}\r\nabc")).isInstanceOf(SieveRefusal.class);
        }
    }

    @Test
    void refusesLinesAndSessionsWithoutEnd() {
        assertThatThrownBy(() -> line("x".repeat(AnswerReader.LONGEST + 1))).isInstanceOf(SieveRefusal.class);
        assertThatThrownBy(() -> line("\"" + "x".repeat(AnswerReader.LONGEST + 1))).isInstanceOf(SieveRefusal.class);
        assertThatThrownBy(() -> line("a ".repeat(100))).isInstanceOf(SieveRefusal.class);
        assertThatThrownBy(() -> reader("OK\r\n".repeat(100), 10).line()).isInstanceOf(SieveRefusal.class);
    }

    @Test
    void refusesWhatBreaksOff() {
        for (String text : new String[] {"", "OK", "\"a", "\"a\r\nb\"\r\n", "{5}\r\nab", "(a\r\n", "{1}a"}) {
            assertThatThrownBy(() -> line(text)).isInstanceOf(SieveRefusal.class);
        }
    }
}
