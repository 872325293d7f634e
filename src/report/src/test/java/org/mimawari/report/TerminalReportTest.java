package org.mimawari.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.indicator.Level;
import org.mimawari.scan.ScanResult;

class TerminalReportTest {

    @Test
    void beginsWithTheVerdict() {
        assertThat(lines(Stories.relay().result(), Stories.ENGLISH, TerminalStyle.PLAIN)).startsWith("Compromised",
                "1 mailbox is very probably controlled by somebody else.");
        assertThat(lines(Stories.calm().result(), Stories.JAPANESE, TerminalStyle.PLAIN).get(0)).isEqualTo("兆候なし");
    }

    @Test
    void saysHowManyRecordsWereReadAndWhatBecameOfThem() {
        assertThat(text(Stories.relay().result(), Stories.ENGLISH))
                .contains("130,319 read: 130,277 accepted, 40 duplicate, 2 unreadable");
    }

    @Test
    void namesTheMailboxWithItsWindowReasonAndNextSteps() {
        assertThat(text(Stories.relay().result(), Stories.ENGLISH)).contains("Critical 93", "info@shop.example",
                "Wed 2024-05-01 23:02 – Thu 2024-05-02 03:20", "Somebody signed in over SMTP",
                "Next: Keep the evidence");
    }

    @Test
    void withNothingFoundAndGapsItCannotSayAndTellsHowToGetTheEvidence() {
        String text = text(Stories.blind().result(), Stories.ENGLISH);
        assertThat(text).startsWith("Cannot say\n").contains("Sign-ins", "no source of it was given",
                "Get-InboxRule -IncludeHidden", "1 indicator could not be assessed");
        assertThat(text).doesNotContain("clean.\nNo sign");
    }

    @Test
    void namesAnIncidentOfTheWholeOrganisation() {
        assertThat(text(Stories.organisation().result(), Stories.ENGLISH)).contains("Whole organisation",
                "how the organisation’s mail flows");
    }

    @Test
    void fitsFortyLinesOfEightyColumnsInBothLanguages() {
        for (ScanResult result : List.of(Stories.relay().result(), Stories.blind().result(),
                HostileStory.result().result(), crowd(200).result())) {
            for (ReportOptions options : List.of(Stories.ENGLISH, Stories.JAPANESE)) {
                List<String> lines = lines(result, options, TerminalStyle.PLAIN);
                assertThat(lines).hasSizeLessThanOrEqualTo(40);
                assertThat(lines).allSatisfy(line -> assertThat(columns(line)).as(line).isLessThanOrEqualTo(80));
            }
        }
    }

    @Test
    void saysHowManyMailboxesItLeavesOut() {
        assertThat(text(crowd(200).result(), Stories.ENGLISH)).containsPattern("[0-9]+ more mailboxes");
    }

    @Test
    void usesColourOnlyWhereItMay() {
        TerminalStyle coloured = new TerminalStyle(80, true, 40, Level.LOW);
        assertThat(text(Stories.relay().result(), Stories.ENGLISH)).doesNotContain("\u001B");
        assertThat(lines(Stories.relay().result(), Stories.ENGLISH, coloured).get(0))
                .isEqualTo("\u001B[1;31mCompromised\u001B[0m");
    }

    private static ResultStory crowd(int mailboxes) {
        ResultStory story = ResultStory.scan();
        for (int i = 0; i < mailboxes; i++) {
            story.finds(Stories.foreignSignIn().in("user" + i + "@shop.example"),
                    Stories.burst().in("user" + i + "@shop.example"));
        }
        return story;
    }

    private static String text(ScanResult result, ReportOptions options) {
        return String.join("\n", lines(result, options, TerminalStyle.PLAIN));
    }

    private static List<String> lines(ScanResult result, ReportOptions options, TerminalStyle style) {
        return Stories.written(out -> new TerminalReport(options, style).write(result, out)).lines().toList();
    }

    private static int columns(String line) {
        return line.codePoints().map(c -> {
            int width = UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH);
            return width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH ? 2 : 1;
        }).sum();
    }
}
