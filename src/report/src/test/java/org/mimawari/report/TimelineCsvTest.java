package org.mimawari.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.indicator.Reason;
import org.mimawari.scan.ScanResult;

class TimelineCsvTest {

    @Test
    void beginsWithAByteOrderMarkAndAHeading() {
        assertThat(lines(ResultStory.scan().result(), Stories.ENGLISH)).containsExactly("\uFEFF\"local_time\",\"datetime\","
                + "\"timestamp_desc\",\"message\",\"mailbox\",\"level\",\"indicator\",\"attack\",\"incident\",\"source\","
                + "\"locator\",\"record\",\"finding\"");
    }

    @Test
    void hasARowForTheFindingAndForEachPieceOfEvidence() {
        List<String> lines = lines(ResultStory.scan().finds(Stories.foreignSignIn()).result(), Stories.ENGLISH);
        assertThat(lines).hasSize(5);
        assertThat(lines.get(1)).startsWith("\"2024-05-01 23:02:11\",\"2024-05-01T14:02:11Z\","
                + "\"Finding begins\",\"Somebody signed in over SMTP from Romania (203.0.113.7)")
                .contains("\"info@shop.example\",\"HIGH\",\"signin-legacy-foreign\",\"T1564.008\",\"I-");
        assertThat(lines.get(2)).contains("Evidence 1 of 3\"", "\"dovecot.log\",\"line:1\"");
    }

    @Test
    void countsTheLastPiecesFromTheEnd() {
        List<String> lines = lines(ResultStory.scan().finds(Stories.burst()).result(), Stories.ENGLISH);
        assertThat(lines.get(6)).contains("Evidence 5 of 4,812");
        assertThat(lines.get(7)).contains("Evidence 4,808 of 4,812");
        assertThat(lines.get(11)).contains("Evidence 4,812 of 4,812");
    }

    @Test
    void isInOrderOfTimeWithTheUndatedLast() {
        FindingStory undated = ResultStory.finding("no-such-page").because(Reason.text("rule", "undated"));
        List<String> lines = lines(ResultStory.scan().reads("maillog", "postfix-log", EvidenceKind.SIGN_IN, 1)
                .finds(undated, Stories.hidingRule(), Stories.foreignSignIn()).result(), Stories.ENGLISH);
        assertThat(lines.get(1)).contains("signin-legacy-foreign");
        assertThat(lines.get(lines.size() - 1)).startsWith("\"\",\"2024-05-07T00:30:00Z\",\"Seen at the scan")
                .contains("undated");
    }

    @Test
    void doublesQuotationMarks() {
        FindingStory story = ResultStory.finding("no-such-page").because(Reason.text("rule", "a\"b,c"));
        assertThat(lines(ResultStory.scan().finds(story).result(), Stories.ENGLISH).get(1)).contains("a\"\"b,c");
    }

    @Test
    void defusesFormulasInEveryWriting() {
        assertThat(List.of("=1+1", "+1", "-1", "@A1", "\t=1", "＝1", "＋1", "－1", "＠A1", "  =1", "\"=1"))
                .allSatisfy(text -> assertThat(CsvFormula.defused(text)).contains("'"));
        assertThat(CsvFormula.defused("a;=1")).isEqualTo("a;'=1");
        assertThat(CsvFormula.defused("a=1 - b@c")).isEqualTo("a=1 - b@c");
    }

    private static List<String> lines(ScanResult result, ReportOptions options) {
        return List.of(Stories.written(out -> new TimelineCsv(options).write(result, out)).split("\r\n"));
    }
}
