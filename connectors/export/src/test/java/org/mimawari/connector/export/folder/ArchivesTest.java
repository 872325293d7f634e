package org.mimawari.connector.export.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SignIn;

class ArchivesTest {

    private static final byte[] SIGN_IN = ("[{\"CreationTime\":\"2026-10-31T03:10:00\",\"Id\":\"a0000001\","
            + "\"Operation\":\"UserLoggedIn\",\"RecordType\":15,\"Workload\":\"AzureActiveDirectory\","
            + "\"ClientIP\":\"203.0.113.9\",\"UserId\":\"sato@kaze.example\"}]").getBytes(StandardCharsets.UTF_8);
    private static final byte[] MESSAGE = ("From: ito@kaze.example\nTo: a@other.test\nMessage-ID: <1@kaze.example>\n"
            + "Date: Sat, 31 Oct 2026 04:00:00 +0900\nSubject: x\n\nx\n").getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void readsWhatLiesInAZipArchive() throws Exception {
        Files.write(folder.resolve("export.zip"), zip(StandardCharsets.UTF_8, "logs/audit.json", SIGN_IN));

        assertThat(sources(SignIn.class)).containsExactly("export.zip/logs/audit.json");
    }

    @Test
    void readsAnArchiveInsideAnArchive() throws Exception {
        byte[] inner = zip(StandardCharsets.UTF_8, "audit.json", SIGN_IN);
        Files.write(folder.resolve("all.zip"), zip(StandardCharsets.UTF_8, "inner.zip", inner));

        assertThat(sources(SignIn.class)).containsExactly("all.zip/inner.zip/audit.json");
    }

    @Test
    void readsNamesInTheCodePageOfJapaneseWindows() throws Exception {
        Files.write(folder.resolve("export.zip"), zip(Charset.forName("windows-31j"), "監査/操作.json", SIGN_IN));

        assertThat(sources(SignIn.class)).containsExactly("export.zip/監査/操作.json");
    }

    @Test
    void givesMailToTheMailboxThatTheArchiveIsNamedAfter() throws Exception {
        Files.write(folder.resolve("ito@kaze.example.zip"), zip(StandardCharsets.UTF_8, "Sent/1.eml", MESSAGE));

        assertThat(read().evidence(SentMessage.class)).singleElement()
                .satisfies(sent -> assertThat(sent.mailbox().orElseThrow().text()).isEqualTo("ito@kaze.example"));
    }

    @Test
    void readsPackedTarAndLeavesNothingBehind() throws Exception {
        Files.write(folder.resolve("logs.tar.gz"), tar("var/audit.json", SIGN_IN));

        assertThat(sources(SignIn.class)).containsExactly("logs.tar.gz/var/audit.json");
        try (var left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left.map(Path::toString)).noneMatch(name -> name.contains("mimawari-archive-"));
        }
    }

    @Test
    void writesNothingOutsideTheFolderOfATar() throws Exception {
        Files.write(folder.resolve("logs.tar.gz"), tar("../../escaped-from-tar.json", SIGN_IN));

        assertThat(sources(SignIn.class)).containsExactly("logs.tar.gz/escaped-from-tar.json");
    }

    @Test
    void namesAnArchiveThatIsCut() throws Exception {
        byte[] whole = zip(StandardCharsets.UTF_8, "audit.json", SIGN_IN);
        Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, 60));

        assertThat(read().rejected()).singleElement().asString().startsWith("cut.zip file: ");
    }

    @Test
    void stopsWhereAFileUnpacksToFarMoreThanAnyLogDoes() throws Exception {
        Files.write(folder.resolve("bomb.zip"), zip(StandardCharsets.UTF_8, "a.json", new byte[70 << 20]));

        assertThat(read().rejected()).singleElement().asString().startsWith("bomb.zip/a.json");
    }

    @Test
    void saysWhatAFileIsThatItCannotRead() throws Exception {
        Files.write(folder.resolve("mail.pst"), "!BDN0000".getBytes(StandardCharsets.US_ASCII));

        assertThat(read().rejected()).singleElement().asString().contains("Outlook data file");
    }

    @Test
    void saysWhichServersLogItCannotRead() throws Exception {
        Files.writeString(folder.resolve("a.log"), "\"SMTPD\"\t1234\t5\t\"2026-10-31 04:00:00.123\"\t\"203.0.113.9\"\t\"x\"\n");

        assertThat(read().rejected()).singleElement().asString().contains("hMailServer");
    }

    private List<String> sources(Class<? extends Evidence> type) throws ConnectorException {
        return read().evidence(type).stream().map(each -> each.ref().source()).toList();
    }

    private RecordingSink read() throws ConnectorException {
        RecordingSink sink = new RecordingSink();
        new ExportConnector(new ExportSettings(List.of(folder), Optional.empty(), Optional.empty(), ZoneOffset.UTC,
                OwnDomains.of())).collect(sink);
        return sink;
    }

    private static byte[] zip(Charset names, String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] tar(String name, byte[] content) throws IOException {
        byte[] block = Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), 512);
        put(block, 124, String.format("%011o", content.length));
        put(block, 136, "00000000000");
        put(block, 156, "0");
        put(block, 257, "ustar");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(block);
            packed.write(Arrays.copyOf(content, (content.length + 511) / 512 * 512));
            packed.write(new byte[1024]);
        }
        return bytes.toByteArray();
    }

    private static void put(byte[] block, int at, String text) {
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, block, at, text.length());
    }
}
