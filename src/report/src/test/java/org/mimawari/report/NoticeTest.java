package org.mimawari.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.indicator.Reason;
import org.mimawari.scan.ReachedRecipient.Bounced;
import org.mimawari.scan.ScanResult;

class NoticeTest {

    @Test
    void namesTheMailboxTheTimesAndTheSubjects() {
        assertThat(text(Stories.relay().result(), Stories.ENGLISH)).contains("info@shop.example: Thu 2024-05-02 00:46–03:20",
                "“Urgent: hospital”", "About 2 outside addresses");
    }

    @Test
    void callsItPossibleInJapaneseToo() {
        assertThat(text(Stories.relay().result(), Stories.JAPANESE)).contains("不正に利用された可能性がある", "info@shop.example",
                "2024年5月2日(木) 00:46～03:20", "Asia/Tokyo").doesNotContain("{");
    }

    @Test
    void doesNotReadWhatAnAttackerWroteAsAPlace() {
        FindingStory odd = ResultStory.finding("sent-burst-novel").at("2024-05-01T15:46:00Z", "2024-05-01T18:20:00Z")
                .because(Reason.NONE.andTexts("subjects", List.of("{mailboxes} $1 \\1\nBcc: x@evil.example")));
        ScanResult result = ResultStory.scan().finds(odd, Stories.foreignSignIn())
                .sends("info@shop.example", "2024-05-01T15:45:00Z", 3)
                .reaches(0, 0, Stories.reached("a@ext.example", true, Bounced.NO_SIGN)).result();
        assertThat(text(result, Stories.ENGLISH)).contains("“{mailboxes} $1 \\1⏎Bcc: x@evil.example”");
    }

    @Test
    void isNotDraftedWhereNobodyWasReached() {
        assertThat(text(Stories.calm().result(), Stories.ENGLISH)).startsWith("The evidence names nobody").doesNotContain("Dear");
    }

    private static String text(ScanResult result, ReportOptions options) {
        return Stories.written(out -> new Notice(options).write(result, out));
    }
}
