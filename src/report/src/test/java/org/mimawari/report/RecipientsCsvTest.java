package org.mimawari.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.scan.ReachedRecipient.Bounced;
import org.mimawari.scan.ReachedRecipient.Replied;
import org.mimawari.scan.ReachedRecipient;
import org.mimawari.scan.ScanResult;

class RecipientsCsvTest {

    @Test
    void hasARowForEachRecipient() {
        assertThat(lines(Stories.relay().result())).contains("\"info@shop.example\",\"a@ext.example\",\"external\","
                + "\"2024-05-01T15:46:00Z\",\"2024-05-02 00:46:00\",\"2\",\"yes\",\"unknown\",\"message\","
                + "\"other or unknown place\",\"\"");
    }

    @Test
    void saysHowManyTheEvidenceDoesNotName() {
        assertThat(lines(Stories.relay().result())).last().asString()
                .startsWith("\"info@shop.example\",\"\"").contains("59 further recipients are counted by the evidence but not named");
    }

    @Test
    void noCellIsAFormula() {
        ReachedRecipient hostile = new ReachedRecipient("=cmd|'/c calc'!a0@x.example", true, Instant.EPOCH, 1,
                Bounced.NO_SIGN, Replied.NO, false);
        ScanResult result = ResultStory.scan().sends("info@shop.example", "2024-05-01T00:00:00Z", 1).reaches(0, 0, hostile).result();
        assertThat(lines(result).get(1)).contains("\"'=cmd");
    }

    @Test
    void isAHeadingWhereNobodyWasReached() {
        assertThat(lines(Stories.calm().result())).hasSize(1);
    }

    private static List<String> lines(ScanResult result) {
        return List.of(Stories.written(out -> new RecipientsCsv(Stories.ENGLISH).write(result, out)).split("\r\n"));
    }
}
