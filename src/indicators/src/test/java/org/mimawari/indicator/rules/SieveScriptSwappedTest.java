package org.mimawari.indicator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.rules.RuleStory.OWNER_ABROAD;
import static org.mimawari.indicator.rules.RuleStory.always;
import static org.mimawari.indicator.rules.RuleStory.forwardTo;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.story;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class SieveScriptSwappedTest {

    private final SieveScriptSwapped indicator = new SieveScriptSwapped();

    private static MailboxStory signsIn(String address) {
        return story().livesQuietly("2026-05-01", 5)
                .signsIn("2026-05-11T04:00:00Z", address, "", SignIn.Protocol.MANAGESIEVE);
    }

    private static MailboxStory uploads(MailboxStory story, String time) {
        return story.with(new SettingChange(story.at(time), SettingTopic.OTHER, "managesieve upload", Optional.empty(),
                List.of(), true, OWNER_ABROAD));
    }

    @Test
    void findsAnUploadTenMinutesAfterAStrangersSignIn() {
        assertThat(only(indicator, uploads(signsIn("203.0.113.9"), "2026-05-11T04:10:00Z").evidence())).get()
                .extracting(Finding::level).isEqualTo(Level.MEDIUM);
    }

    @Test
    void leavesALaterUploadAlone() {
        assertThat(indicator.examine(uploads(signsIn("203.0.113.9"), "2026-05-11T04:10:01Z").evidence())).isEmpty();
    }

    @Test
    void leavesTheUsualAddressAlone() {
        assertThat(indicator.examine(uploads(signsIn("192.0.2.10"), "2026-05-11T04:01:00Z").evidence())).isEmpty();
    }

    @Test
    void suspectsAScriptOfUnknownAgeAfterAStrangersSignIn() {
        assertThat(only(indicator, signsIn("203.0.113.9").hasRule("main", always(), forwardTo("x@elsewhere.example"))
                .evidence())).isPresent();
    }

    @Test
    void saysNothingOfASignInAlone() {
        assertThat(indicator.examine(signsIn("203.0.113.9").evidence())).isEmpty();
    }

    @Test
    void cannotSayWithoutSignIns() {
        assertThat(RuleStory.without(EvidenceKind.SIGN_IN, indicator)).isInstanceOf(Assessment.NotAssessed.class);
    }
}
