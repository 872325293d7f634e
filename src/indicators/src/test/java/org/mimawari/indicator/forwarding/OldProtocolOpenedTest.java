package org.mimawari.indicator.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.rules.RuleStory.OWNER_ABROAD;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.story;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.Parameter;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Fact;
import org.mimawari.indicator.rules.RuleStory;

class OldProtocolOpenedTest {

    private final OldProtocolOpened indicator = new OldProtocolOpened();

    private static MailboxStory opens(MailboxStory story, SettingTopic topic, boolean succeeded, Actor actor) {
        return story.with(new SettingChange(story.at("2026-05-01T04:00:00Z"), topic, "Set-CASMailbox", Optional.empty(),
                List.of(new Parameter("ImapEnabled", "True")), succeeded, actor));
    }

    @Test
    void findsWhatWasOpenedAndNamesIt() {
        assertThat(only(indicator, opens(story(), SettingTopic.PROTOCOL_ENABLED, true, OWNER_ABROAD).evidence())
                .orElseThrow().reason().find("protocols")).contains(new Fact.Texts(List.of("IMAP")));
    }

    @Test
    void leavesClosingAndFailuresAlone() {
        assertThat(indicator.examine(opens(story(), SettingTopic.PROTOCOL_DISABLED, true, OWNER_ABROAD).evidence()))
                .isEmpty();
        assertThat(indicator.examine(opens(story(), SettingTopic.PROTOCOL_ENABLED, false, OWNER_ABROAD).evidence()))
                .isEmpty();
    }

    @Test
    void countsAnAdministratorLess() {
        Actor admin = Actor.user("admin@shop.example", Actor.Role.ADMIN);
        assertThat(only(indicator, opens(story(), SettingTopic.PROTOCOL_ENABLED, true, admin).evidence()).orElseThrow()
                .multiplier()).isEqualTo(0.5);
    }

    @Test
    void makesOneFindingOfOneActor() {
        MailboxStory story = opens(story(), SettingTopic.PROTOCOL_ENABLED, true, OWNER_ABROAD);
        assertThat(indicator.examine(opens(story, SettingTopic.PROTOCOL_ENABLED, true, OWNER_ABROAD).evidence()))
                .hasSize(1);
    }

    @Test
    void cannotSayWithoutChanges() {
        assertThat(RuleStory.without(EvidenceKind.SETTING_CHANGE, indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
