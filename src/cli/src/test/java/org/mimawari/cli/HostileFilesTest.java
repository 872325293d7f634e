package org.mimawari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that cannot be read is named and does not stop the others; nothing is lost without a word. */
class HostileFilesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;
    private Path evidence;

    @BeforeEach
    void aGoodFileBesideTheBadOne() throws IOException {
        evidence = Files.createDirectory(folder.resolve("evidence"));
        Files.writeString(evidence.resolve("good.ndjson"), record(1) + record(2) + record(3));
    }

    private static String record(int number) {
        return "{\"CreationTime\":\"2026-11-12T04:45:0" + number % 10 + "\",\"Id\":\"id-" + number + "\",\"Operation\":\"UserLoggedIn\","
                + "\"RecordType\":15,\"UserId\":\"sato@shop.example\",\"ClientIP\":\"192.0.2.1\",\"Workload\":\"AzureActiveDirectory\","
                + "\"ResultStatus\":\"Success\",\"ErrorNumber\":\"0\"}\n";
    }

    private JsonNode scan() throws IOException {
        CommandRun run = CommandRun.of("scan", "--export", evidence.toString(), "--own-domain", "shop.example", "--format", "json");
        assertThat(run.code()).as(run.err()).isIn(ExitCode.EVIDENCE_MISSING, ExitCode.INCIDENT);
        JsonNode report = JSON.readTree(run.out());
        JsonNode counts = report.get("evidence");
        assertThat(counts.get("read").asLong()).isEqualTo(counts.get("accepted").asLong() + counts.get("duplicate").asLong()
                + counts.get("rejected").asLong());
        assertThat(counts.get("accepted").asLong()).as("the good file was read").isGreaterThanOrEqualTo(3);
        return report;
    }

    private void isNamed(JsonNode report, String file) {
        assertThat(report.get("rejections").toString() + report.get("coverage")).contains(file);
    }

    private Path bad(String name, byte[] content) throws IOException {
        return Files.write(evidence.resolve(name), content);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String many(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 10; i < 10 + count; i++) {
            text.append(record(i));
        }
        return text.toString();
    }

    @Test
    void anEmptyFile() throws IOException {
        bad("empty.json", new byte[0]);
        isNamed(scan(), "empty.json");
    }

    @Test
    void aBinaryFile() throws IOException {
        byte[] noise = new byte[5_000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (i * 31 ^ i >> 3);
        }
        bad("noise.bin", noise);
        isNamed(scan(), "noise.bin");
    }

    @Test
    void aFolderThatLeadsBackToItself() throws IOException {
        Files.createSymbolicLink(evidence.resolve("loop"), evidence);
        assertThat(scan().get("evidence").get("accepted").asLong()).isEqualTo(3);
    }

    @Test
    void aTruncatedGzip() throws IOException {
        byte[] whole = gzip(many(500));
        bad("cut.ndjson.gz", Arrays.copyOf(whole, whole.length - 20));
        JsonNode report = scan();
        isNamed(report, "cut.ndjson.gz");
        assertThat(report.get("evidence").get("accepted").asLong()).isGreaterThan(100);
        assertThat(report.get("verdict").asText()).isNotEqualTo("NO_SIGN");
    }

    @Test
    void utf16AndAMark() throws IOException {
        bad("utf16le.ndjson", ("\uFEFF" + many(5)).getBytes(StandardCharsets.UTF_16LE));
        bad("utf16be.ndjson", ("\uFEFF" + record(21) + record(22)).getBytes(StandardCharsets.UTF_16BE));
        bad("marked.ndjson", ("\uFEFF" + record(31)).getBytes(StandardCharsets.UTF_8));
        assertThat(scan().get("evidence").get("accepted").asLong()).isEqualTo(11);
    }

    @Test
    void windowsLineEndsAndNulBytes() throws IOException {
        bad("crlf.ndjson", many(4).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        bad("nul.ndjson", (record(41) + "\u0000\u0000\n" + record(42)).getBytes(StandardCharsets.UTF_8));
        assertThat(scan().get("evidence").get("accepted").asLong()).isEqualTo(9);
    }

    @Test
    void aBrokenLineCostsThatLine() throws IOException {
        bad("broken.ndjson", (record(51) + "{\"CreationTime\": oops\n" + record(52)).getBytes(StandardCharsets.UTF_8));
        JsonNode report = scan();
        assertThat(report.get("evidence").get("accepted").asLong()).isEqualTo(5);
        assertThat(report.get("rejections").toString()).contains("broken.ndjson", "line:2");
    }

    @Test
    void anArrayCutInTheMiddle() throws IOException {
        bad("array.json", ("[" + record(61) + "," + record(62) + ",{\"CreationTime\":\"2026-").getBytes(StandardCharsets.UTF_8));
        JsonNode report = scan();
        assertThat(report.get("evidence").get("accepted").asLong()).isEqualTo(5);
        isNamed(report, "array.json");
    }

    @Test
    void aTableWithABrokenQuote() throws IOException {
        String head = "RecordId,CreationDate,RecordType,Operation,UserId,AuditData\n";
        String row = "r%d,2026-11-12T04:45:00.0000000Z,15,UserLoggedIn,sato@shop.example,\"%s\"\n";
        String good = String.format(row, 1, record(71).strip().replace("\"", "\"\""));
        String broken = "r2,2026-11-12T04:45:00.0000000Z,15,UserLoggedIn,sato@shop.example,\"{\"\"Id\"\":\"x\n";
        bad("table.csv", (head + good + broken + good.replace("id-71", "id-72").replace("r1", "r3")).getBytes(StandardCharsets.UTF_8));
        JsonNode report = scan();
        assertThat(report.get("evidence").get("accepted").asLong()).isGreaterThanOrEqualTo(5);
        isNamed(report, "table.csv");
    }

    @Test
    void aNameThatIsNoText() throws IOException {
        Files.writeString(evidence.resolve("‮gpj.exe=cmd.ndjson"), record(81), Charset.forName("UTF-8"));
        CommandRun run = CommandRun.of("scan", "--export", evidence.toString(), "--own-domain", "shop.example");
        assertThat(run.out()).doesNotContain("\u202E");
    }

    @Test
    @Tag("heavy")
    void aLineOfAHundredMegabytes() throws IOException {
        byte[] line = new byte[100 << 20];
        Arrays.fill(line, (byte) 'x');
        byte[] start = "{\"Id\":\"".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, line, 0, start.length);
        Path file = bad("long.ndjson", many(2).getBytes(StandardCharsets.UTF_8));
        Files.write(file, line, StandardOpenOption.APPEND);
        Files.writeString(file, "\n" + record(91), StandardOpenOption.APPEND);
        JsonNode report = scan();
        assertThat(report.get("evidence").get("accepted").asLong()).isEqualTo(6);
        assertThat(report.get("rejections").toString()).contains("long.ndjson", "line:3");
    }
}
