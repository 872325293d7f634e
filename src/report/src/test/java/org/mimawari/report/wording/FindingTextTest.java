package org.mimawari.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Reason;
import org.mimawari.report.FindingStory;
import org.mimawari.report.ResultStory;

class FindingTextTest {

    private final FindingText english = new FindingText(new Phrasing(Language.ENGLISH, ZoneId.of("Asia/Tokyo")));
    private final FindingText japanese = new FindingText(new Phrasing(Language.JAPANESE, ZoneId.of("Asia/Tokyo")));

    @Test
    void writesFactsAsReadersOfTheLanguageExpect() {
        FindingStory burst = ResultStory.finding("test-burst").because(Reason.number("messages", 120_000)
                .andShare("share", 0.95).andSpan("span", java.time.Duration.ofMinutes(20))
                .andTime("first", java.time.Instant.parse("2024-05-01T04:58:00Z")));
        assertThat(english.sentence(burst.finding()))
                .isEqualTo("info@shop.example sent 120,000 messages in 20 min from Wed 2024-05-01 13:58, "
                        + "95% to strangers.");
        assertThat(japanese.sentence(burst.finding()))
                .isEqualTo("info@shop.example が2024年5月1日(水) 13:58から20分で120,000通を送信、95%は初めての宛先。");
    }

    @Test
    void leavesOutWhatTheReasonDoesNotName() {
        FindingStory burst = ResultStory.finding("test-burst").because(Reason.number("messages", 12));
        assertThat(english.sentence(burst.finding())).startsWith("info@shop.example sent 12 messages");
    }

    @Test
    void speaksOfOneWhereThereIsOne() {
        FindingStory burst = ResultStory.finding("test-burst").because(Reason.number("messages", 1));
        assertThat(english.sentence(burst.finding())).startsWith("info@shop.example sent 1 message");
        assertThat(Singular.of("{count} failure reports ({names}) were moved to {n} rules.", "count"::equals))
                .isEqualTo("{count} failure report ({names}) was moved to {n} rules.");
        assertThat(Singular.ofNumbers("log.1: could not be read whole: 1 records were rejected, 21 messages"))
                .isEqualTo("log.1: could not be read whole: 1 record was rejected, 21 messages");
    }

    @Test
    void aScoreIsTheSameInEveryFormat() {
        assertThat(Phrasing.score(36.69999999999999)).isEqualTo("36.7");
        assertThat(Phrasing.tenths(36.69999999999999)).isEqualTo(36.7);
        assertThat(Phrasing.tenths(36.69)).isEqualTo(36.6);
    }

    @Test
    void capsLongListsAndLongTexts() {
        List<String> words = List.of("a", "b", "c", "d", "e", "f", "x".repeat(5_000));
        FindingStory story = ResultStory.finding("no-such-page").because(
                Reason.NONE.andTexts("words", words).andText("rule", "y".repeat(5_000)));
        assertThat(english.sentence(story.finding())).contains("a, b, c, d, e and 2 more").hasSizeLessThan(300);
    }

    @Test
    void namesAnEmptyTextAsEmpty() {
        FindingStory rule = ResultStory.finding("no-such-page").because(Reason.text("rule", "  "));
        assertThat(english.sentence(rule.finding())).isEqualTo("no-such-page – rule: (empty)");
        assertThat(japanese.sentence(rule.finding())).isEqualTo("no-such-page – rule: （空）");
    }

    @Test
    void leavesOutWhatIsBlankUnlessItIsAName() {
        FindingStory story = ResultStory.finding("no-such-page").because(Reason.text("ip", " ").andText("client", "x"));
        assertThat(english.sentence(story.finding())).isEqualTo("no-such-page – client: x");
    }

    @Test
    void translatesTheWordsOfTheEvidence() {
        FindingStory rule = ResultStory.finding("no-such-page")
                .because(Reason.text("protocol", "smtp").andTexts("actions", List.of("mark-read", "move: RSS")));
        assertThat(english.sentence(rule.finding()))
                .isEqualTo("no-such-page – actions: mark as read, move: RSS; protocol: SMTP");
        assertThat(japanese.sentence(rule.finding()))
                .isEqualTo("no-such-page – actions: 既読にする、移動: RSS; protocol: SMTP");
    }

    @Test
    void saysThatWhatIsSwitchedOffDoesNothing() {
        FindingStory story = ResultStory.finding("test-grant").because(Reason.text("target", "sync"));
        Finding off = story.finding().times(Multiplier.modifier("switched-off", 0.5));
        assertThat(english.sentence(off)).isEqualTo("Somebody gave sync access. It is switched off, however.");
        assertThat(japanese.sentence(off)).isEqualTo("何者かがsyncにアクセスを許可しました。ただし、現在は無効になっています。");
    }

    @Test
    void beginsWithSomebodyWhereNobodyIsNamed() {
        FindingStory story = ResultStory.finding("test-grant").because(Reason.text("target", "sync"));
        assertThat(english.sentence(story.finding())).isEqualTo("Somebody gave sync access.");
        assertThat(japanese.sentence(story.finding())).isEqualTo("何者かがsyncにアクセスを許可しました。");
    }

    @Test
    void namesCountries() {
        FindingStory story = ResultStory.finding("no-such-page").because(Reason.text("country", "RO"));
        assertThat(english.sentence(story.finding())).endsWith("country: Romania");
        assertThat(japanese.sentence(story.finding())).endsWith("country: ルーマニア");
    }

    @Test
    void makesHostileTextOneHarmlessLine() {
        FindingStory rule = ResultStory.finding("no-such-page")
                .because(Reason.text("rule", "x\r\n\u001B]8;;http://evil.example\u0007y\u202Egpj"));
        assertThat(english.sentence(rule.finding()))
                .isEqualTo("no-such-page – rule: x⏎⏎␛]8;;http://evil.example␇y⟨U+202E⟩gpj");
    }
}
