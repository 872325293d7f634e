package org.mimawari.connector.export.serverlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.story.SharedFolder;

@Tag("heavy")
class ServerLogCorpusTest {

    private static final System.Logger FIGURES = System.getLogger(ServerLogCorpusTest.class.getName());
    private static final String WRITTEN = "2026-11-24T00:00:00Z";
    private static final String CLIENT = "Nov 22 03:00:00 mail postfix/smtpd[9]: %s: client=u[203.0.113.50],"
            + " sasl_method=PLAIN, sasl_username=a@corp.example";

    @TempDir
    private Path folder;

    @Test
    void findsTheSameInEveryContainer() throws IOException {
        List<List<String>> found = new ArrayList<>();
        for (String name : List.of("rsyslog-file", "rsyslog-5424", "rsyslog-traditional")) {
            byte[] log = Files.readAllBytes(shared("log-samples/" + name + "-postfix3.10-dovecot2.4.log"));
            RecordingSink sink = new LogStory(folder).zone("UTC").file(name, WRITTEN, log).read();
            found.add(sink.evidence().stream().map(piece -> piece.kind() + " " + piece.mailbox() + " "
                    + piece.time().get().getEpochSecond()).sorted().toList());
        }
        assertThat(found.get(0)).hasSizeGreaterThan(10).isEqualTo(found.get(1)).isEqualTo(found.get(2));
    }

    @Test
    void losesNoLineWhateverBytesAreInIt() throws IOException {
        Random random = new Random(11);
        int lines = 0;
        for (Path sample : samples()) {
            for (int round = 0; round < 40; round++) {
                byte[] bytes = Files.readAllBytes(sample);
                mutate(bytes, random);
                RecordingSink sink = new LogStory(folder).file("x.log", WRITTEN, bytes).read();
                long expected = nonEmptyLines(bytes);
                assertThat((long) sink.admitted() + sink.duplicates() + sink.rejected().size()).isEqualTo(expected);
                lines += (int) expected;
            }
        }
        FIGURES.log(System.Logger.Level.INFO, "mutated lines: " + lines);
    }

    /** Each line of the grammar's own tests, put between a submission with its queue id and the message's end. */
    @Test
    void agreesWithAGrammarOfPostfix() throws IOException {
        Map<String, int[]> agreed = new TreeMap<>();
        List<String> odd = new ArrayList<>();
        try (Stream<Path> files = Files.list(shared("corpora/mailserver-logs/postfix-grok"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
                Map<String, String> fields = fields(Files.readAllLines(file));
                compare(file.getFileName().toString(), fields, agreed, odd);
            }
        }
        agreed.forEach((field, counts) -> FIGURES.log(System.Logger.Level.INFO,
                "agreed on " + field + ": " + counts[0] + " of " + counts[1]));
        assertThat(odd).isEmpty();
    }

    private void compare(String name, Map<String, String> fields, Map<String, int[]> agreed, List<String> odd) {
        String service = name.substring(0, name.indexOf('_'));
        String id = fields.getOrDefault("postfix_queueid", "NOQUEUE");
        String line = "Nov 22 03:00:01 mail postfix/" + service + "[7]: " + fields.get("data");
        boolean submission = fields.get("data").contains(": client=");
        LogStory story = new LogStory(folder);
        RecordingSink sink = submission ? story.log(line + ", sasl_method=PLAIN, sasl_username=a@corp.example").read()
                : story.log(String.format(CLIENT, id), line, "Nov 22 03:00:02 mail postfix/qmgr[8]: " + id
                        + ": removed").read();
        Optional<SentMessage> sent = sink.evidence(SentMessage.class).stream().findFirst();
        String pairs = fields.getOrDefault("postfix_keyvalue_data", "");
        String status = fields.getOrDefault("postfix_status", "");
        boolean delivered = List.of("sent", "bounced", "deferred").contains(status);
        List<String[]> claims = new ArrayList<>();
        if (delivered) {
            claims.add(new String[] {"to", value(pairs, "to"), sent.map(m -> String.join(",", m.to())).orElse("?")});
            claims.add(new String[] {"status", status, sent.map(ServerLogCorpusTest::fate).orElse("?")});
        }
        if (pairs.contains("nrcpt=")) {
            claims.add(new String[] {"from", value(pairs, "from"),
                    sent.flatMap(SentMessage::envelopeFrom).orElse("?")});
            claims.add(new String[] {"size", value(pairs, "size"), sent.map(m -> "" + m.size()).orElse("?")});
            claims.add(new String[] {"nrcpt", value(pairs, "nrcpt"), sent.map(m -> "" + m.recipients()).orElse("?")});
        }
        boolean failed = fields.get("data").contains("]: SASL ");
        if (submission || failed) {
            Optional<IpAddress> ip = sink.evidence(SignIn.class).stream()
                    .filter(s -> s.succeeded() != failed).findFirst()
                    .flatMap(SignIn::ip);
            String expected = failed ? fields.get("data").replaceAll(".*\\[([0-9.]+)\\]: SASL.*", "$1")
                    : fields.getOrDefault("postfix_client_ip", value(pairs, "client").replaceAll(".*\\[|\\]", ""));
            claims.add(new String[] {"client ip", expected, ip.map(IpAddress::text).orElse("?")});
        }
        for (String[] claim : claims) {
            int[] counts = agreed.computeIfAbsent(claim[0], any -> new int[2]);
            counts[0] += claim[1].equals(claim[2]) ? 1 : 0;
            counts[1]++;
            if (!claim[1].equals(claim[2])) {
                odd.add(name + " " + String.join(" | ", claim));
            }
        }
    }

    private static String fate(SentMessage message) {
        return message.bounced() > 0 ? "bounced" : message.deferred() > 0 ? "deferred" : "sent";
    }

    private static String value(String pairs, String key) {
        int at = (" " + pairs).indexOf(" " + key + "=") + key.length() + 1;
        int end = pairs.indexOf(',', at);
        return pairs.substring(at, end < 0 ? pairs.length() : end).replaceAll("[<>]", "").toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> fields(List<String> yaml) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : yaml) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                String value = line.substring(colon + 2).strip();
                boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
                fields.put(line.substring(0, colon).strip(),
                        quoted ? value.substring(1, value.length() - 1).replace("\\\"", "\"") : value);
            }
        }
        return fields;
    }

    private static void mutate(byte[] bytes, Random random) {
        for (int i = 0; i < bytes.length / 60; i++) {
            int at = random.nextInt(bytes.length);
            byte[] odd = ("\0\n,<>()[]: =\"'|{}\\@" + (char) random.nextInt(128)).getBytes(StandardCharsets.ISO_8859_1);
            bytes[at] = random.nextInt(3) == 0 ? (byte) random.nextInt() : odd[random.nextInt(odd.length)];
        }
    }

    private static long nonEmptyLines(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return Stream.of(text.split("\n", -1)).filter(line -> !line.isEmpty() && !line.equals("\r")).count();
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(shared("log-samples"))) {
            return files.filter(path -> path.toString().endsWith(".log")).sorted().toList();
        }
    }

    private static Path shared(String relative) {
        Optional<Path> found = SharedFolder.find(relative);
        Assumptions.assumeTrue(found.isPresent(), SharedFolder.MISSING);
        return found.get();
    }
}
