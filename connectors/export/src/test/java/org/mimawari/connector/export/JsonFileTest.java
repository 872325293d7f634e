package org.mimawari.connector.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonFileTest {

    private final List<String> read = new ArrayList<>();
    private final List<Long> rejected = new ArrayList<>();

    @Test
    void namesEveryBrokenLineOnceAndReadsTheRest() throws IOException {
        read("{\"n\":1}\ngarbage\n{\"n\":2\n{\"n\":3}\n\"text\"\n{\"n\":4}x\n{\"n\":5}\n");

        assertThat(read).containsExactly("1@1", "3@4", "4@6", "5@7");
        assertThat(rejected).containsExactly(2L, 3L, 5L, 6L);
    }

    @Test
    void aFileCutAtItsBeginningIsReadFromTheNextLine() throws IOException {
        read("\"x\":1}\n{\"n\":1}\n{\"n\":2}\n");
        read("{\"n\":1,\"x\":\"cut\n{\"n\":3}\n");

        assertThat(read).containsExactly("1@2", "2@3", "3@2");
        assertThat(rejected).containsExactly(1L, 1L);
    }

    @Test
    void readsObjectsOverManyLines() throws IOException {
        read("{\n  \"n\": 1,\n  \"x\": {\"a\": 2}\n}\n{\n  \"n\": 2\n}\n");
        read("{\"n\": 3,\n \"x\": [\n{\"a\": 1}\n]}\n");

        assertThat(read).containsExactly("1@1", "2@5", "3@1");
    }

    @Test
    void droppedLinesKeepTheNumbersOfTheOthersRight() throws IOException {
        read("{\"n\":1}\n{\"skip\":1}\r\n{\"skip\":2}\n{\"n\":2}\nbroken\n{\"skip\":3}\n{\"n\":3}\n{\"skip\":4}");

        assertThat(read).containsExactly("1@1", "2@4", "3@7");
        assertThat(rejected).containsExactly(5L);
    }

    @Test
    void aByteThatIsNoTextCostsItsLineOnly() throws IOException {
        read("{\"skip\":1}\n{\"skip\":2}\n{\"skip\":3}\n\0\n{\"n\":1}\n");

        assertThat(read).containsExactly("1@5");
        assertThat(rejected).containsExactly(4L);
    }

    @Test
    void aLineBeyondAllMeasureIsOneReject() throws IOException {
        read("{\"n\":1}\n{\"n\":\"" + "x".repeat(LineBlocks.LONGEST_LINE + 100) + "\"}\n{\"n\":2}\n");

        assertThat(read).containsExactly("1@1", "2@3");
        assertThat(rejected).containsExactly(2L);
    }

    @Test
    void manyBlocksCountLinesOn() throws IOException {
        read(("{\"n\":1,\"x\":\"" + "y".repeat(1000) + "\"}\n").repeat(2000));

        assertThat(read).hasSize(2000).last().isEqualTo("1@2000");
    }

    @Test
    void aCutArrayDeliversWhatCameBefore() {
        assertThatThrownBy(() -> read("[{\"n\":1},\n{\"n\":2},\n{\"n\":")).isInstanceOf(BrokenOffException.class);

        assertThat(read).containsExactly("1@1", "2@2");
        assertThat(rejected).containsExactly(3L);
    }

    private void read(String text) throws IOException {
        new JsonFile(this::record, (line, why) -> rejected.add(line), JsonFileTest::skips)
                .read(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private void record(JsonParser parser, long line) throws IOException {
        String number = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = parser.currentName().equals("n");
            parser.nextToken();
            number = wanted ? parser.getText() : number;
        }
        read.add(number + "@" + line);
    }

    private static boolean skips(byte[] bytes, int from, int to, long line) {
        return new String(bytes, from, to - from, UTF_8).contains("skip");
    }
}
