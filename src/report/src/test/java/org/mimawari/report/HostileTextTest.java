package org.mimawari.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.indicator.Level;
import org.mimawari.scan.ScanResult;

class HostileTextTest {

    private final ScanResult result = HostileStory.result().result();

    @Test
    void thePageHoldsNoMarkupOfTheAttacker() {
        String page = Stories.written(out -> new HtmlReport(Stories.JAPANESE).write(result, out));
        assertThat(page).doesNotContain("<script>alert", "<img", "javascript:", "onerror=alert(1)>\"", "<b>@");
        assertThat(page).containsOnlyOnce("<style>").containsOnlyOnce("</style>").containsOnlyOnce("<script>")
                .containsOnlyOnce("</script>").contains("&lt;script&gt;");
        assertThat(harmful(page)).isEmpty();
    }

    @Test
    void thePageLoadsNothing() {
        String page = Stories.written(out -> new HtmlReport(Stories.ENGLISH).write(result, out));
        assertThat(page).contains("Content-Security-Policy", "default-src &#39;none&#39;");
        assertThat(page).doesNotContain(" src=\"", "url(", "@import", "<link", " style=\"", "http-equiv=\"refresh");
        assertThat(page).doesNotContainPattern("href=\"[^#]").doesNotContainPattern("<[a-z][^>]* on[a-z]+=");
    }

    @Test
    void nothingMovesTheCursorOfTheTerminal() {
        String text = Stories.written(out -> new TerminalReport(Stories.ENGLISH, TerminalStyle.PLAIN)
                .write(result, out));
        assertThat(harmful(text)).isEmpty();
        String coloured = Stories.written(out -> new TerminalReport(Stories.ENGLISH, new TerminalStyle(100, true, 200, Level.LOW))
                .write(result, out));
        assertThat(harmful(coloured.replaceAll("\u001B\\[[0-9;]*m", ""))).isEmpty();
    }

    @Test
    void noCellOfTheTimelineIsAFormula() {
        String csv = Stories.written(out -> new TimelineCsv(Stories.ENGLISH).write(result, out)).substring(1);
        assertThat(csv.split("\r\n|\",\"")).noneMatch(cell -> cell.matches("\"?[\\s\"]*[=+\\-@＝＋－＠].*"));
        assertThat(harmful(csv)).isEmpty();
    }

    @Test
    void theJsonHoldsOnlyEscapedControls() {
        String json = Stories.written(out -> new JsonReport(Stories.ENGLISH).write(result, out));
        assertThat(harmful(json)).isEmpty();
        assertThat(json).contains("\\u202E", "\\u001B]8;;", "\\u0000", "half\uFFFD");
    }

    /** Characters that act instead of showing. */
    private static List<String> harmful(String text) {
        return text.codePoints().filter(c -> c != '\n' && c != '\r').filter(c -> Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.SURROGATE
                || c == 0x2028 || c == 0x2029).mapToObj("U+%04X"::formatted).distinct().toList();
    }
}
