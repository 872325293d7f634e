package org.mimawari.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.Gap;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.indicator.Level;
import org.mimawari.scan.MailboxResult;
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
    void namesFilesOfWhichNothingCouldBeRead() {
        ResultStory story = Stories.calm();
        for (int i = 1; i <= 5; i++) {
            story.rejectsFile("scan" + i + ".bin", "a binary file of no known format");
        }
        assertThat(text(story.result(), Stories.ENGLISH)).contains("scan1.bin: a binary file of no known format",
                "2 more files could not be read").doesNotContain("scan4.bin");
        assertThat(text(story.result(), Stories.JAPANESE)).contains("scan1.bin: 既知の形式ではないバイナリファイル");
    }

    @Test
    void drawsWhatLeftTheMailbox() {
        assertThat(text(Stories.relay().result(), Stories.ENGLISH).lines()).anyMatch(line -> line.matches("  [ ▁▂▃▄▅▆▇█]{5,}.*█.*"));
    }

    @Test
    void saysWhichMailboxesLackEvidence() {
        ScanResult calm = Stories.calm().result();
        MailboxResult one = calm.mailboxes().get(0);
        MailboxResult other = new MailboxResult(new MailboxAddress("jiro@shop.example"), List.of(), one.kind(),
                one.verdict(), one.level(), 0, List.of(), Optional.empty(), Optional.empty(),
                List.of(new Gap(EvidenceKind.SIGN_IN, "the sources of it cover other mailboxes")));
        ScanResult some = new ScanResult(calm.run(), calm.verdict(), calm.evidence(), calm.rejections(),
                calm.coverage(), List.of(one, other), calm.incidents(), calm.findings(), calm.notAssessed(),
                other.missing(), calm.suppressed(), calm.notes(), calm.reach());
        assertThat(text(some, Stories.ENGLISH)).contains("for jiro@shop.example: the sources of it cover other");
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
