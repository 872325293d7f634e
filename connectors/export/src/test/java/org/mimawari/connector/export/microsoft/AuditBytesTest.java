package org.mimawari.connector.export.microsoft;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.SentMessage;

class AuditBytesTest {

    private static final List<String> LINES = List.of(
            AuditStory.record("UserLoggedIn").with("ClientIP", "192.0.2.7").pairs("ExtendedProperties", "UserAgent",
                    "Mozilla/5.0 \"x\" \\ \u8acb\u6c42").pairs("DeviceProperties", "SessionId", "s").line(),
            AuditStory.record("MailItemsAccessed").json("Folders",
                    "[{\"FolderItems\":[{\"a\":\"]}\"},{}],\"Path\":\"\\\\I\"}]")
                    .with("OperationCount", 12).line(),
            AuditStory.record("Send").json("Item",
                    "{\"Subject\":\"\\ud83d\\ude00 caf\u00e9\",\"SizeInBytes\":9}").line(),
            AuditStory.record("New-InboxRule").parameters("Name", ".", "ForwardTo", "x@evil.example").line(),
            AuditStory.record("FileAccessed").json("Extra", "{\"a\":[1,2,{\"b\":null}]}").line());

    @Test
    void readsWhatAFullParserReads() {
        for (String line : LINES) {
            assertSame(line.getBytes(UTF_8));
        }
    }

    @Test
    void readsEveryEscape() {
        String line = AuditStory.record("Send").json("Item",
                "{\"Subject\":\"a\\/b\\\"c\\\\d\\n\\r\\t\\b\\f\\u8acb\\ud83d\\ude00\"}").line().replace("a/b", "a\\/b");

        assertThat(AuditStory.read(line).evidence(SentMessage.class).get(0).subject())
                .contains("a/b\"c\\d\n\r\t\b\f\u8acb\ud83d\ude00");
    }

    /** Where both readers take a line that chance has damaged, they read the same in it; neither ever throws. */
    @Test
    void agreesWithAFullParserOnDamagedLines() {
        Random chance = new Random(42);
        String marks = "\"\\{}[],: 0atnu/\u0000";
        for (int round = 0; round < 600; round++) {
            byte[] bytes = LINES.get(chance.nextInt(LINES.size())).getBytes(UTF_8);
            for (int damage = chance.nextInt(3); damage >= 0; damage--) {
                bytes[chance.nextInt(bytes.length)] = (byte) marks.charAt(chance.nextInt(marks.length()));
            }
            assertSame(bytes);
        }
    }

    /** What the reader remembers from one line to the next must not leak into what it reads there. */
    @Test
    void readsManyLinesInARowAsItReadsEachAlone() {
        Random chance = new Random(7);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int user = chance.nextInt(5);
            lines.add(LINES.get(chance.nextInt(LINES.size())).replace("192.0.2.7", "192.0.2." + user)
                    .replace("8000-000000000001", "8000-%012d".formatted(i))
                    .replace("Mozilla", "Mozi\\/" + "l".repeat(user))
                    .replace("\",", chance.nextBoolean() ? "\" ," : "\","));
        }

        RecordingSink together = AuditStory.read("a.json", String.join("\n", lines).getBytes(UTF_8));

        List<String> alone = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            byte[] apart = ("\n".repeat(i) + lines.get(i)).getBytes(UTF_8);
            alone.addAll(facts(AuditStory.read("a.json", apart)));
        }
        assertThat(facts(together)).isEqualTo(alone);
    }

    private static void assertSame(byte[] line) {
        RecordingSink quick = AuditStory.read("a.json", line);
        RecordingSink full = AuditStory.read("b.json", ("[" + new String(line, ISO_8859_1) + "]").getBytes(ISO_8859_1));
        if (quick.rejected().isEmpty() && full.rejected().isEmpty()) {
            assertThat(facts(quick)).as(new String(line, UTF_8)).isEqualTo(facts(full));
        }
    }

    private static List<String> facts(RecordingSink sink) {
        return sink.evidence().stream().map(Evidence::toString)
                .map(text -> text.replace("source=a.json", "").replace("source=b.json", "")).toList();
    }
}
