package org.mimawari.indicator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.rules.RuleStory.OWNER_ABROAD;
import static org.mimawari.indicator.rules.RuleStory.POLICY;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.story;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.Parameter;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Fact;

class JunkSettingsBlockInsidersTest {

    private final JunkSettingsBlockInsiders indicator = new JunkSettingsBlockInsiders(POLICY);

    private static MailboxEvidence sets(MailboxStory story, String parameter, String value) {
        return story.with(new SettingChange(story.at("2026-05-01T04:00:00Z"), SettingTopic.JUNK_SETTINGS,
                "Set-MailboxJunkEmailConfiguration", Optional.empty(), List.of(new Parameter(parameter, value)), true,
                OWNER_ABROAD)).evidence();
    }

    @Test
    void findsABlockedColleagueAmongSpammers() {
        var evidence = sets(story(), "BlockedSendersAndDomains", "spam.example;keiri@shop.example");
        assertThat(only(indicator, evidence).orElseThrow().reason().find("senders"))
                .contains(new Fact.Texts(List.of("keiri@shop.example")));
    }

    @Test
    void findsABlockedPartner() {
        MailboxStory story = story().sends("2026-04-01T04:00:00Z", "a", List.of("tanaka@vendor.example"))
                .sends("2026-04-02T04:00:00Z", "b", List.of("tanaka@vendor.example"));
        assertThat(only(indicator, sets(story, "BlockedSendersAndDomains", "vendor.example"))).isPresent();
    }

    @Test
    void leavesBlockedSpammersAlone() {
        assertThat(indicator.examine(sets(story(), "BlockedSendersAndDomains", "spam.example"))).isEmpty();
    }

    @Test
    void leavesTrustedSendersAlone() {
        assertThat(indicator.examine(sets(story(), "TrustedSendersAndDomains", "shop.example"))).isEmpty();
    }

    @Test
    void cannotSayWithoutChanges() {
        assertThat(RuleStory.without(EvidenceKind.SETTING_CHANGE, indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
