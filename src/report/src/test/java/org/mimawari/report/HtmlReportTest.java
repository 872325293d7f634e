package org.mimawari.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.indicator.Reason;
import org.mimawari.scan.ScanResult;

class HtmlReportTest {

    private static final Pattern HEADING = Pattern.compile("<h([1-6])[ >]");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
    private static final Pattern TARGET = Pattern.compile("href=\"#([^\"]+)\"|aria-labelledby=\"([^\"]+)\"");
    private static final int MOST_BYTES = 8_000_000;

    @Test
    void speaksTheLanguageItSays() {
        assertThat(page(Stories.relay().result(), Stories.ENGLISH)).contains("<html lang=\"en\">",
                "1 mailbox is very probably controlled", "What could not be checked");
        assertThat(page(Stories.relay().result(), Stories.JAPANESE)).contains("<html lang=\"ja\">",
                "1個のメールボックス", "確認できなかったこと");
    }

    @Test
    void showsWhatWasCheckedBeforeWhatWasFound() {
        String page = page(Stories.relay().result(), Stories.ENGLISH);
        assertThat(List.of("id=\"verdict\"", "id=\"counters\"", "id=\"coverage\"", "id=\"mailboxes\"",
                "id=\"incidents\"", "id=\"suppressed\"", "id=\"not-assessed\"", "id=\"appendix\"")).isSortedAccordingTo(
                (a, b) -> Integer.compare(page.indexOf(a), page.indexOf(b))).allMatch(page::contains);
    }

    @Test
    void tellsTheIncident() {
        String page = page(Stories.relay().result(), Stories.ENGLISH);
        assertThat(page).contains("Somebody signed in over SMTP from Romania", "dovecot.log", "line:1",
                "10 of 4,812 pieces", "Reset the password", "Revoke-MgUserSignInSession -UserId info@shop.example",
                "Speaks for it: #1", "Would settle it: many wrong passwords", "Look in: failed sign-ins", "the score would fall to", "<svg viewBox",
                "folder made shortly before ×1.1");
    }

    @Test
    void countsWhatFactsTell() {
        String page = page(Stories.relay().result(), Stories.ENGLISH);
        assertThat(page).contains("<dt>Messages sent</dt><dd>4,812</dd>", "<dt>Recipients</dt><dd>4,930")
                .contains("<dt>Delivery failures</dt><dd>– <small>not told by the evidence</small>");
    }

    @Test
    void headingsGoDownOneStepAtATime() {
        List<Integer> levels = HEADING.matcher(page(Stories.relay().result(), Stories.ENGLISH)).results()
                .map(match -> Integer.valueOf(match.group(1))).toList();
        assertThat(levels).first().isEqualTo(1);
        for (int i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i) - levels.get(i - 1)).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void everyReferenceHasItsTargetAndEveryIdIsOnce() {
        for (ResultStory story : List.of(Stories.relay(), Stories.blind(), ResultStory.scan(), HostileStory.result())) {
            String page = page(story.result(), Stories.ENGLISH);
            List<String> ids = ID.matcher(page).results().map(match -> match.group(1)).toList();
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(TARGET.matcher(page).results().map(HtmlReportTest::target).toList()).isSubsetOf(ids);
        }
    }

    @Test
    void tablesSayWhatTheirHeadingsAreFor() {
        assertThat(page(Stories.relay().result(), Stories.ENGLISH)).doesNotContainPattern("<th(?! scope=)[ >]");
    }

    @Test
    void putsNoAddressIntoACommandThatAShellCouldMisread() {
        ResultStory story = ResultStory.scan().finds(Stories.foreignSignIn().in("a$(id)@shop.example"),
                Stories.burst().in("a$(id)@shop.example"), Stories.hidingRule().in("a$(id)@shop.example"));
        assertThat(page(story.result(), Stories.ENGLISH)).contains("-UserId ADDRESS").doesNotContain("-UserId a$");
    }

    @Test
    void isTheSameBytesForTheSameResult() {
        assertThat(page(Stories.relay().result(), Stories.ENGLISH))
                .isEqualTo(page(Stories.relay().result(), Stories.ENGLISH));
    }

    @Test
    @Tag("heavy")
    void staysSmallWhateverWasFound() {
        ResultStory story = ResultStory.scan();
        String hostile = "&".repeat(300);
        for (int mailbox = 0; mailbox < 1_000; mailbox++) {
            for (int i = 0; i < 10; i++) {
                story.finds((i % 2 == 0 ? Stories.burst() : Stories.hidingRule()).in("user" + mailbox + "@shop.example")
                        .pattern(Integer.toString(i)).because(Reason.text("rule", hostile).andTexts("words",
                                List.of(hostile, hostile, hostile)).andText("folder", hostile)));
            }
            story.readsPartly("imap/" + hostile + mailbox, "imap", EvidenceKind.SENT_MESSAGE, hostile)
                    .rejects(hostile, mailbox, hostile);
        }
        ScanResult result = story.result();
        assertThat(result.findings()).hasSize(10_000);
        String page = page(result, Stories.JAPANESE);
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isBetween(2_000_000, MOST_BYTES);
        assertThat(page).contains("user999@shop.example", "report.json にのみ記載");
    }

    private static String target(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }

    private static String page(ScanResult result, ReportOptions options) {
        return Stories.written(out -> new HtmlReport(options).write(result, out));
    }
}
