package org.mimawari.connector.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvFileTest {

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private final List<Long> rejected = new ArrayList<>();

    @Test
    void readsQuotesSeparatorsAndLineBreaksWithinFields() throws IOException {
        read("a,b\r\n\"x \"\"y\"\", z\",\"1\r\n2\"\r\nplain \"q\",\n");

        assertThat(rows).containsExactly(List.of("x \"y\", z", "1\r\n2"), List.of("plain \"q\"", ""));
        assertThat(lines).containsExactly(2L, 4L);
    }

    @Test
    void findsTheSeparatorAndPassesOverExcelsLine() throws IOException {
        read("sep=;\na;b\n1;2\n");

        assertThat(rows).containsExactly(List.of("1", "2"));
        assertThat(lines).containsExactly(3L);
    }

    @Test
    void aBrokenQuoteCostsItsRow() throws IOException {
        read("a,b\n1,\"broken\n2,\"fine\"\n3,\"x\"\n");

        assertThat(rows).containsExactly(List.of("2", "fine"), List.of("3", "x"));
        assertThat(rejected).containsExactly(2L);
    }

    @Test
    void aQuoteThatIsNeverClosedCostsItsRow() throws IOException {
        read("a,b\n1,\"broken\n2,fine\n3,x\n");

        assertThat(rows).containsExactly(List.of("2", "fine"), List.of("3", "x"));
        assertThat(rejected).containsExactly(2L);
    }

    @Test
    void aQuoteClosedByTheNextRowDoesNotJoinTheTwo() throws IOException {
        read("a,b,c\n1,\"broken,x\n2,y,\"\n3,4,5\n");

        assertThat(rejected).contains(2L);
        assertThat(rows).contains(List.of("3", "4", "5"));
    }

    @Test
    void theLastRowMayBeCut() throws IOException {
        read("a,b\n1,\"cut off");

        assertThat(rows).containsExactly(List.of("1", "cut off"));
    }

    @Test
    void readsRowsLongerThanItsBuffer() throws IOException {
        String big = "x\"\"y\n".repeat(200_000);

        read("a,b\n1,\"" + big + "\"\n2,z\n");

        assertThat(rows.get(0).get(1)).hasSize(200_000 * 4).startsWith("x\"y\n");
        assertThat(rows.get(1)).containsExactly("2", "z");
        assertThat(lines).containsExactly(2L, 200_003L);
    }

    @Test
    void aRowBeyondAllMeasureIsOneReject() throws IOException {
        read("a,b\n" + "x".repeat(CsvScanner.LONGEST_ROW + 10) + "\n2,z\n");

        assertThat(rejected).containsExactly(2L);
        assertThat(rows).containsExactly(List.of("2", "z"));
    }

    @Test
    void blankLinesAreNoRows() throws IOException {
        read("a,b\n\n\r\n1,2\n\n");

        assertThat(rows).containsExactly(List.of("1", "2"));
    }

    @Test
    void anEmptyFileHasNoRows() throws IOException {
        read("");

        assertThat(rows).isEmpty();
    }

    private void read(String text) throws IOException {
        new CsvFile((row, line) -> {
            rows.add(row.fields());
            lines.add(line);
        }, (line, why) -> rejected.add(line)).read(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }
}
