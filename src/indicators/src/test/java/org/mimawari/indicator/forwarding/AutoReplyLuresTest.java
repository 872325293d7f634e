package org.mimawari.indicator.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.rules.RuleStory.POLICY;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.story;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.AutoReply;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.rules.RuleStory;

class AutoReplyLuresTest {

    private final AutoReplyLures indicator = new AutoReplyLures(POLICY);

    private static MailboxEvidence replies(String text, boolean enabled) {
        MailboxStory story = story();
        return story.with(new AutoReply(story.undated(), enabled, Optional.of("自動応答"), Optional.of(text), true,
                Optional.empty(), Change.PRESENT, Actor.UNKNOWN)).evidence();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Please fill in https://forms.elsewhere.example/grant", "ご連絡は tanaka.shop@gmail.com まで",
        "振込先口座が変更になりました。新しい銀行口座へお支払いください。"})
    void findsALure(String text) {
        assertThat(only(indicator, replies(text, true))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"夏季休業のため8月16日まで不在です。", "Please see https://www.shop.example/holidays",
        "代わりに suzuki@shop.example へご連絡ください。", "Our partner support@vendor.example helps you.",
        "お問い合わせを受け付けました。", ""})
    void leavesOrdinaryNoticesAlone(String text) {
        assertThat(indicator.examine(replies(text, true))).isEmpty();
    }

    @Test
    void leavesWhatIsSwitchedOffAlone() {
        assertThat(indicator.examine(replies("https://forms.elsewhere.example/grant", false))).isEmpty();
    }

    @Test
    void countsAHolidayLinkLess() {
        MailboxStory story = story();
        story.with(new AutoReply(story.at("2026-05-01T04:00:00Z"), true, Optional.empty(),
                Optional.of("https://booking.elsewhere.example"), true,
                        Optional.of(Instant.parse("2026-05-08T00:00:00Z")),
                Change.CHANGED, Actor.UNKNOWN));
        assertThat(only(indicator, story.evidence()).orElseThrow().points()).isLessThan(0.2);
    }

    @Test
    void cannotSayWithoutReplies() {
        assertThat(RuleStory.without(EvidenceKind.AUTO_REPLY, indicator)).isInstanceOf(Assessment.NotAssessed.class);
    }
}
